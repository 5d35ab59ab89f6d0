using System.Net;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class TradeTests(ApiFixture api)
{
    [Fact]
    public async Task Trades_are_read_newest_first_or_on_from_a_number()
    {
        await Trade(3);

        var latest = await api.Client.GetJson("/pairs/SOL-USDT/trades?limit=2");
        var last = latest.GetProperty("lastTrade").GetInt64();
        var after = await api.Client.GetJson($"/pairs/SOL-USDT/trades?after={last - 2}");

        Assert.Equal([last, last - 1], Numbers(latest));
        Assert.Equal([last - 1, last], Numbers(after));
    }

    [Fact]
    public async Task Statistics_count_what_was_traded()
    {
        await Trade(1);
        var log = await api.Client.GetJson("/pairs/SOL-USDT/trades?limit=1000");
        var last = log.GetProperty("lastTrade").GetInt64();

        var state = await api.Client.WaitFor(
            "SOL-USDT",
            found => found.GetProperty("statistics").GetProperty("fills").GetInt64() == last);

        var statistics = await api.Client.GetJson("/pairs/SOL-USDT/stats");
        var volume = log.GetProperty("trades").EnumerateArray().Sum(t => t.Decimal("size"));
        var profit = statistics.GetProperty("pnl");
        Assert.Equal(volume, statistics.Decimal("volume24h"));
        Assert.True(statistics.Decimal("effectiveSpreadBps") > 0);
        Assert.Equal(profit.Decimal("spread"), statistics.Decimal("spreadCaptured"));
        Assert.Equal(
            profit.Decimal("spread") + profit.Decimal("inventory"),
            profit.Decimal("realised") + profit.Decimal("unrealised"));
        Assert.Equal(0, profit.Decimal("residual"));
        Assert.Equal(0, statistics.GetProperty("crossedBooks").GetInt64());
        Assert.Equal(0, statistics.GetProperty("selfTrades").GetInt64());
        Assert.True(state.GetProperty("trades").GetArrayLength() is > 0 and <= 10);
    }

    private async Task Trade(int times)
    {
        await api.Client.GetJson("/pairs/SOL-USDT");
        await api.Client.WaitFor("SOL-USDT", Listening.IsQuoting);
        using var opened = await api.Client.Send(
            HttpMethod.Post, "/pairs/SOL-USDT/accounts/tom", """{"base":"100","quote":"1000"}""");
        for (var time = 0; time < times; time++)
        {
            using var response = await api.Client.Send(
                HttpMethod.Post, "/pairs/SOL-USDT/orders",
                """{"account":"tom","side":"sell","type":"market","size":"1"}""");
            await response.ReadJson(HttpStatusCode.Created);
        }
    }

    private static long[] Numbers(System.Text.Json.JsonElement page) =>
        [
            .. page.GetProperty("trades").EnumerateArray()
                .Select(trade => trade.GetProperty("number").GetInt64()),
        ];
}
