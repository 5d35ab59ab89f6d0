using System.Net;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class PairTests(ApiFixture api)
{
    [Theory]
    [InlineData("/pairs/FOO-BAR")]
    [InlineData("/pairs/FOO-BAR/book")]
    [InlineData("/pairs/nonsense/stats")]
    public async Task An_unknown_pair_is_a_problem_that_says_where_the_known_ones_are(string path)
    {
        using var response = await api.Client.Send(HttpMethod.Get, path);

        var problem = await response.ReadProblem(HttpStatusCode.NotFound);
        Assert.Equal("Unknown pair", problem.Text("title"));
        Assert.Contains(path.Split('/')[2], problem.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("GET /pairs", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_request_makes_a_maker_that_quotes_five_levels_within_ten_bps()
    {
        await api.Client.GetJson("/pairs/pol-usdt");

        var state = await api.Client.WaitFor("POL-USDT", Listening.IsQuoting);
        var book = await api.Client.GetJson("/pairs/POL-USDT/book");
        var bids = Prices(book, "bids");
        var asks = Prices(book, "asks");
        Assert.True(bids.Length >= 5 && asks.Length >= 5, book.GetRawText());
        Assert.Equal(bids.OrderDescending(), bids);
        Assert.Equal(asks.Order(), asks);
        Assert.True(bids[0] < asks[0]);
        Assert.InRange(book.Decimal("spreadBps"), 0.0001m, 10m);
        Assert.Equal("none", state.GetProperty("status").Text("reason"));
    }

    [Fact]
    public async Task The_list_says_of_each_pair_whether_it_has_a_maker()
    {
        await api.Client.GetJson("/pairs/BTC-USDT");

        var pairs = await api.Client.GetJson("/pairs");

        var bitcoin = pairs.EnumerateArray().Single(pair => pair.Text("pair") == "BTC-USDT");
        Assert.True(bitcoin.GetProperty("active").GetBoolean());
        Assert.Equal("running", bitcoin.Text("mode"));
        Assert.Equal(0.01m, bitcoin.Decimal("tickSize"));
        Assert.Equal(5, pairs.GetArrayLength());
    }

    [Fact]
    public async Task The_operator_pauses_stops_and_starts_a_pair()
    {
        await api.Client.GetJson("/pairs/POL-USDT");
        await api.Client.WaitFor("POL-USDT", Listening.IsQuoting);

        foreach (var (verb, mode) in new[] { ("pause", "paused"), ("stop", "stopped") })
        {
            using var response = await api.Client.Send(
                HttpMethod.Post, $"/pairs/POL-USDT/{verb}");
            var status = await response.ReadJson(HttpStatusCode.OK);
            Assert.Equal(
                (mode, "operator", false),
                (status.Text("mode"), status.Text("reason"),
                    status.GetProperty("quoting").GetBoolean()));
        }
        using var started = await api.Client.Send(HttpMethod.Post, "/pairs/POL-USDT/start");

        Assert.Equal("running", (await started.ReadJson(HttpStatusCode.OK)).Text("mode"));
        await api.Client.WaitFor("POL-USDT", Listening.IsQuoting);
    }

    private static decimal[] Prices(JsonElement book, string side) =>
        [.. book.GetProperty(side).EnumerateArray().Select(level => level.Decimal("price"))];
}
