namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class QueryTests(ApiFixture api)
{
    [Theory]
    [InlineData("book?levels=0", "levels")]
    [InlineData("book?levels=1001", "levels")]
    [InlineData("book?levels=many", "levels")]
    [InlineData("trades?limit=0", "limit")]
    [InlineData("trades?limit=99999999999999999999", "limit")]
    [InlineData("trades?after=-1&limit=1001", "after", "limit")]
    [InlineData("orders/1", "account")]
    public async Task A_parameter_outside_its_limits_is_named(string query, params string[] fields)
    {
        using var response = await api.Client.Send(HttpMethod.Get, $"/pairs/BTC-USDT/{query}");

        Assert.Equal(fields, await response.ReadInvalidFields());
    }

    [Fact]
    public async Task The_book_has_as_many_levels_as_were_asked_for()
    {
        await api.Client.GetJson("/pairs/BTC-USDT");
        await api.Client.WaitFor("BTC-USDT", Listening.IsQuoting);

        var book = await api.Client.GetJson("/pairs/btc-usdt/book?levels=3");

        Assert.Equal(3, book.GetProperty("bids").GetArrayLength());
        Assert.Equal(3, book.GetProperty("asks").GetArrayLength());
    }
}
