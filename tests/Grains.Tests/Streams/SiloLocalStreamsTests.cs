using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Streams;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Streams;

public sealed class SiloLocalStreamsTests
{
    private const string Provider = "local";
    private const int Events = 50;

    private static readonly string[] s_streams =
        [.. Enumerable.Range(0, 100).Select(index => $"stream-{index}")];

    private static readonly int[] s_whole = [.. Enumerable.Range(0, Events), Heard.End];

    private readonly Heard _heard = new();

    [Fact]
    public async Task Every_event_of_a_hundred_streams_arrives_once_and_in_order()
    {
        await using InProcessTestCluster cluster = await Start(silos: 1);

        await Publish(cluster.ClientOf(0));
        await _heard.AllEnded(s_streams).WaitAsync(LocalCluster.Patience);
        await cluster.StopAllSilosAsync();

        Assert.All(s_streams, stream => Assert.Equal(s_whole, _heard.Numbers(stream)));
    }

    [Fact]
    public async Task Listeners_on_another_silo_hear_the_same()
    {
        await using InProcessTestCluster cluster = await Start(silos: 2);
        SiloAddress other = cluster.Silos[1].SiloAddress;
        foreach (string stream in s_streams)
        {
            IListenerGrain listener = cluster.ClientOf(0).GetGrain<IListenerGrain>(stream);
            Assert.Equal(other, await Anchor.At(other, listener.GetSilo));
        }

        await Publish(cluster.ClientOf(0));
        await _heard.AllEnded(s_streams).WaitAsync(LocalCluster.Patience);

        Assert.Equal([other], _heard.Silos);
        Assert.All(s_streams, stream => Assert.Equal(s_whole, _heard.Numbers(stream)));
    }

    [Fact]
    public async Task Two_publishing_silos_each_keep_their_own_order()
    {
        await using InProcessTestCluster cluster = await Start(silos: 2);

        await Task.WhenAll(
            Publish(cluster.ClientOf(0), "even", [.. Even, Heard.End]),
            Publish(cluster.ClientOf(1), "odd", [.. Odd, Heard.End]),
            Publish(cluster.ClientOf(0), "both", Even),
            Publish(cluster.ClientOf(1), "both", Odd));
        await Publish(cluster.ClientOf(0), "both", [Heard.End]);
        await _heard.AllEnded(["even", "odd", "both"]).WaitAsync(LocalCluster.Patience);
        await cluster.StopAllSilosAsync();

        int[] both = [.. _heard.Numbers("both").Where(number => number != Heard.End)];
        Assert.Equal([.. Even, Heard.End], _heard.Numbers("even"));
        Assert.Equal([.. Odd, Heard.End], _heard.Numbers("odd"));
        Assert.Equal(Even, both.Where(number => number % 2 == 0));
    }

    [Fact]
    public async Task A_listener_that_throws_holds_up_no_other_and_stays_subscribed()
    {
        const string Poisoned = "stream-0";
        const int Lost = 777;
        _heard.Refusing = Poisoned;
        using CounterReading lost = new(StreamMeter.Name, "marketmaker.streams.not_delivered");
        await using InProcessTestCluster cluster = await Start(silos: 1);

        await Publish(cluster.ClientOf(0), Poisoned, [Lost]);
        await Publish(cluster.ClientOf(0));
        await _heard.AllEnded(s_streams.Skip(1)).WaitAsync(LocalCluster.Patience);
        int[] heardWhileRefusing = _heard.Numbers(Poisoned);
        await lost.First.WaitAsync(LocalCluster.Patience);
        _heard.Refusing = null;
        await _heard.AllEnded([Poisoned]).WaitAsync(LocalCluster.Patience);

        Assert.All(s_streams.Skip(1), name => Assert.Equal(s_whole, _heard.Numbers(name)));
        Assert.Empty(heardWhileRefusing);
        Assert.Equal(s_whole, _heard.Numbers(Poisoned));
    }

    [Fact]
    public async Task A_silo_whose_agents_wait_for_events_stops()
    {
        await using InProcessTestCluster cluster = await Start(silos: 1);
        using CancellationTokenSource impatience = new(TimeSpan.FromSeconds(20));

        await cluster.StopAllSilosAsync(impatience.Token);

        // An agent that had to be abandoned would have kept the silo until the token fired.
        Assert.False(impatience.IsCancellationRequested);
    }

    private static int[] Even => [.. Enumerable.Range(0, Events).Select(index => index * 2)];

    private static int[] Odd => [.. Enumerable.Range(0, Events).Select(index => (index * 2) + 1)];

    private static Task Publish(IClusterClient client) =>
        Task.WhenAll(s_streams.Select(stream => Publish(client, stream, s_whole)));

    private static async Task Publish(IClusterClient client, string key, IEnumerable<int> numbers)
    {
        IAsyncStream<int> stream = client.GetStreamProvider(Provider)
            .GetStream<int>(StreamId.Create(ListenerGrain.Namespace, key));
        foreach (int number in numbers)
        {
            await stream.OnNextAsync(number);
        }
    }

    private Task<InProcessTestCluster> Start(short silos) => LocalCluster.StartAsync(silos, silo =>
    {
        silo.AddSiloLocalStreams(Provider);
        silo.AddAnchoredPlacement();
        silo.Services.AddSingleton(_heard);
    });
}
