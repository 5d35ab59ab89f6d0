using System.Net;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class EventTests(ApiFixture api)
{
    private static readonly Uri _path = new("/events", UriKind.Relative);

    [Fact]
    public async Task Events_go_on_and_say_that_prices_are_simulated()
    {
        await api.Client.GetJson("/pairs/BTC-USDT");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var times = new List<DateTimeOffset>();
        await foreach (var pairs in api.Client.Listen(deadline.Token))
        {
            Assert.Contains(
                "simulated", pairs.Text("simulation"), StringComparison.OrdinalIgnoreCase);
            Assert.Contains(
                pairs.GetProperty("pairs").EnumerateArray(),
                pair => pair.Text("pair") == "BTC-USDT");
            times.Add(pairs.GetProperty("at").GetDateTimeOffset());
            if (times.Count == 3)
                break;
        }

        Assert.Equal(times.Distinct().Order(), times);
    }

    [Fact]
    public async Task More_clients_than_the_limit_are_refused_until_one_leaves()
    {
        var clients = new List<HttpResponseMessage>();
        while (clients.Count < ApiLimits.MaxEventClients)
            clients.Add(await Join());
        Assert.All(clients, client => Assert.Equal(HttpStatusCode.OK, client.StatusCode));

        using var refused = await Join();

        var problem = await refused.ReadProblem(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("100", problem.Text("detail"), StringComparison.Ordinal);
        clients.ForEach(client => client.Dispose());
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            using var again = await Join();
            if (again.StatusCode == HttpStatusCode.OK)
                break;
        }
    }

    private Task<HttpResponseMessage> Join() =>
        api.Client.GetAsync(_path, HttpCompletionOption.ResponseHeadersRead);
}
