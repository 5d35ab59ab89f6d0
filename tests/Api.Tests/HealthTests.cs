using System.Net;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class HealthTests(ApiFixture api)
{
    [Fact]
    public async Task The_process_is_live() =>
        Assert.Equal("live", (await api.Client.GetJson("/health/live")).Text("status"));

    [Fact]
    public async Task The_host_is_ready_when_the_pairs_that_start_with_it_quote()
    {
        foreach (var pair in new[] { "BTC-USDT", "ETH-USDT", "SOL-USDT" })
            await api.Client.WaitFor(pair, Listening.IsQuoting);

        var health = await api.Client.GetJson("/health/ready");

        Assert.Equal("ready", health.Text("status"));
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/pairs", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_not_served_is_a_problem_too(
        string method, string path, HttpStatusCode expected)
    {
        using var response = await api.Client.Send(new HttpMethod(method), path);

        await response.ReadProblem(expected);
    }
}
