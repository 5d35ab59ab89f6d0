using System.Net;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class ConfigurationTests(ApiFixture api)
{
    private const string Path = "/pairs/XRP-USDT/configuration";

    [Theory]
    [InlineData("""{"spread":"0"}""", "spread")]
    [InlineData("""{"levels":0}""", "levels")]
    [InlineData("""{"levels":1000}""", "levels")]
    [InlineData("""{"size":"-1"}""", "size")]
    [InlineData("""{"sprad":"0.001"}""", "sprad")]
    [InlineData("""{"spread":true}""", "spread")]
    [InlineData("""{"levels":"7"}""", "levels")]
    [InlineData("""{"levels":1.5}""", "levels")]
    [InlineData("""{"strategy":null}""", "strategy")]
    [InlineData("""{"spacing":"0.00000000000000000000000000001"}""", "spacing")]
    [InlineData("""{"spacing":"9999999999999999999999999999","levels":50}""", "spacing")]
    [InlineData("""{"size":"-9999999999999999999999999999","levels":50}""", "size")]
    [InlineData("""{"size":-1,"maxMove":{},"foo":1}""", "foo", "maxMove", "size")]
    public async Task A_wrong_field_is_named_and_nothing_changes(
        string json, params string[] fields)
    {
        var before = await api.Client.GetJson(Path);

        using var response = await api.Client.Send(HttpMethod.Put, Path, json);

        Assert.Equal(fields, await response.ReadInvalidFields());
        Assert.Equal(
            before.GetRawText(), (await api.Client.GetJson(Path)).GetRawText());
    }

    [Fact]
    public async Task Fields_that_are_missing_keep_their_value_and_numbers_may_be_numbers()
    {
        var before = await api.Client.GetJson(Path);

        using var response = await api.Client.Send(
            HttpMethod.Put, Path, """{"strategy":"house-ladder","levels":5,"spread":8e-4}""");

        var after = await response.ReadJson(HttpStatusCode.OK);
        Assert.Equal(5, after.GetProperty("levels").GetInt32());
        Assert.Equal("0.0008", after.Text("spread"));
        Assert.Equal(before.Text("spacing"), after.Text("spacing"));
        var state = await api.Client.WaitFor(
            "XRP-USDT",
            found => found.GetProperty("status").GetProperty("bids").GetArrayLength() == 5);
        Assert.True(Listening.IsQuoting(state));
    }

    [Theory]
    [InlineData("""{"spread":""")]
    [InlineData("""{"spread":1,"spread":2}""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public async Task What_is_not_a_JSON_object_is_refused(string json)
    {
        using var response = await api.Client.Send(HttpMethod.Put, Path, json);

        var problem = await response.ReadProblem(HttpStatusCode.BadRequest);
        Assert.Contains("JSON", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var response = await api.Client.Send(HttpMethod.Put, Path, "{}", "text/plain");

        await response.ReadProblem(HttpStatusCode.UnsupportedMediaType);
    }
}
