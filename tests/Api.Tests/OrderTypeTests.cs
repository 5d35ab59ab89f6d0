using System.Net;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

/// <summary>Every kind of order over HTTP, far from the maker's prices.</summary>
[Collection(RunningProcess.Name)]
public sealed class OrderTypeTests(ApiFixture api)
{
    private const string Pair = "ETH-USDT";
    private const string Orders = $"/pairs/{Pair}/orders";

    [Theory]
    [InlineData(""" "type":"stop","budget":"100" """, "trigger", "0.01")]
    [InlineData(""" "type":"limit","price":"1","trigger":"1" """, "trigger", "stopLimit")]
    [InlineData(""" "type":"limit","price":"1","trailDistance":"1" """, "trailDistance", "stop")]
    [InlineData(""" "type":"stopLimit","price":"1","trigger":"1","trailStep":"1" """,
        "trailStep", "trailDistance")]
    [InlineData(""" "type":"limit","price":"1","display":"0" """, "display", "0.0001")]
    [InlineData(""" "type":"market","budget":"0" """, "budget", "0.000001")]
    [InlineData(""" "type":"limit","price":"1","slide":true """, "slide", "postOnly")]
    [InlineData(""" "type":"postOnly","price":"1","slide":1 """, "slide", "true or false")]
    [InlineData(""" "type":"limit","price":"1","expiresAt":"soon" """, "expiresAt", "2030")]
    [InlineData(""" "type":"limit","price":"1","selfTrade":"never" """,
        "selfTrade", "cancelNewest")]
    public async Task A_wrong_condition_is_answered_with_the_field_and_what_it_must_be(
        string conditions, string field, string limit)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, Orders, Json("a", conditions));

        var problem = await response.ReadProblem(HttpStatusCode.BadRequest);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.Contains(limit, error.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "type":"limit","price":"1","expiresAt":"2001-01-01T00:00:00Z" """,
        "expiryOutOfRange")]
    [InlineData(""" "type":"limit","price":"1","display":"0.0001" """, "displayOutOfRange")]
    [InlineData(""" "type":"limit","price":"1","budget":"1" """, "budgetOutOfRange")]
    [InlineData(""" "type":"stop","trigger":"20000" """, "budgetOutOfRange")]
    [InlineData(""" "type":"limit","price":"1","link":1 """, "unknownLink")]
    [InlineData(""" "type":"fillOrKill","price":"1" """, "notFillable")]
    public async Task What_the_engine_refuses_is_answered_with_its_reason(
        string conditions, string rejection)
    {
        await Open("ria");

        using var response = await api.Client.Send(
            HttpMethod.Post, Orders, Json("ria", conditions));

        var problem = await response.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(rejection, problem.Text("rejection"));
    }

    [Fact]
    public async Task An_iceberg_is_amended_reduced_and_shows_a_part()
    {
        await Open("ida");
        var placed = await Place("ida", """
            "type":"limit","price":"10","display":"0.2","clientOrderId":"ice-1",
            "expiresAt":"2100-01-01T00:00:00+00:00"
            """);
        var path = $"{Orders}/{placed.GetProperty("id").GetInt64()}";

        using var amended = await api.Client.Send(
            HttpMethod.Put, $"{path}?account=ida", """{"price":"11","size":"0.9"}""");
        using var reduced = await api.Client.Send(
            HttpMethod.Post, $"{path}/reduce?account=ida", """{"size":"0.1"}""");
        var resting = await api.Client.GetJson($"{path}?account=ida");

        Assert.Equal(0.9m, (await amended.ReadJson(HttpStatusCode.OK)).Decimal("resting"));
        Assert.Equal(0.8m, (await reduced.ReadJson(HttpStatusCode.OK)).Decimal("resting"));
        Assert.Equal(
            (11m, 0.8m, 0.2m, "ice-1"),
            (resting.Decimal("price"), resting.Decimal("resting"), resting.Decimal("shown"),
                resting.Text("clientOrderId")));
    }

    [Fact]
    public async Task A_mass_cancel_takes_out_a_side_and_then_the_rest()
    {
        await Open("mo");
        var low = await Place("mo", """ "type":"limit","price":"10" """);
        var high = await Place("mo", """ "type":"postOnly","price":"11" """);
        var stop = await Place("mo", """ "type":"stopLimit","price":"12","trigger":"90000" """);

        using var one = await api.Client.Send(
            HttpMethod.Delete, $"{Orders}?account=mo&side=buy&from=11&to=11");
        using var none = await api.Client.Send(
            HttpMethod.Delete, $"{Orders}?account=mo&side=sell");
        using var rest = await api.Client.Send(HttpMethod.Delete, $"{Orders}?account=mo");

        Assert.Equal($"{Id(high)}", await Ids(one));
        Assert.Equal("", await Ids(none));
        Assert.Equal($"{Id(low)} {Id(stop)}", await Ids(rest));
    }

    [Fact]
    public async Task A_change_of_an_order_that_is_not_there_is_answered_so()
    {
        await Open("nia");

        using var amended = await api.Client.Send(
            HttpMethod.Put, $"{Orders}/7?account=nia", """{"price":"11","size":"0.9"}""");
        using var reduced = await api.Client.Send(
            HttpMethod.Post, $"{Orders}/7/reduce?account=nia", """{"size":"0.1"}""");
        using var wrong = await api.Client.Send(
            HttpMethod.Delete, $"{Orders}?account=nia&side=long");

        await amended.ReadProblem(HttpStatusCode.NotFound);
        await reduced.ReadProblem(HttpStatusCode.NotFound);
        Assert.Equal(["side"], await wrong.ReadInvalidFields());
    }

    private static long Id(JsonElement order) => order.GetProperty("id").GetInt64();

    private static async Task<string> Ids(HttpResponseMessage response)
    {
        var reply = await response.ReadJson(HttpStatusCode.OK);
        return string.Join(
            ' ', reply.GetProperty("ids").EnumerateArray().Select(id => id.GetInt64()));
    }

    private static string Json(string account, string conditions) =>
        $$"""{"account":"{{account}}","side":"buy","size":"1",{{conditions}}}""";

    private async Task Open(string account)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, $"/pairs/{Pair}/accounts/{account}",
            """{"base":"10","quote":"100000"}""");
        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict);
    }

    private async Task<JsonElement> Place(string account, string conditions)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, Orders, Json(account, conditions));
        return await response.ReadJson(HttpStatusCode.Created);
    }
}
