using System.Collections.Concurrent;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Feeds;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>A feed whose prices the test says; it publishes to the real stream.</summary>
internal sealed class ScriptedFeed(
    IClusterClient client, ILocalSiloDetails silo, TimeProvider time) : IReferenceFeed
{
    private readonly ConcurrentDictionary<(PairId, int, long), TaskCompletionSource>
        _handled = new();
    private readonly ConcurrentDictionary<(PairId, int), long> _numbers = new();

    public string Source => "a test";

    public ConcurrentDictionary<PairId, PairListing> Followed { get; } = new();

    public void Follow(PairListing listing)
    {
        Followed[listing.Spec.Id] = listing;
        for (var source = 0; source < listing.Feeds.Count; source++)
            _numbers[(listing.Spec.Id, source)] = 0;
    }

    public void Unfollow(PairId pair) => Followed.TryRemove(pair, out _);

    public void Handled(PairId pair, int source, long number) =>
        Waiter(pair, source, number).TrySetResult();

    /// <summary>Publishes a quote one tick around a price, and waits until the maker is done with
    /// it.</summary>
    public async Task Say(PairId pair, decimal middle, int source = 0)
    {
        var listing = Followed[pair];
        var tick = new Offset(1);
        var price = listing.Spec.PriceRoundedDown(middle);
        var number = _numbers.AddOrUpdate((pair, source), 1, (_, last) => last + 1);
        // Numbers begin anew with each following: the waiter of an earlier one is done already.
        _handled.TryRemove((pair, source, number), out _);
        var size = new Quantity(1000);
        var stream = client.GetStreamProvider(StreamNames.Provider)
            .GetStream<ReferenceTick>(StreamNames.ReferencePricesOf(pair));
        await stream.OnNextAsync(new ReferenceTick(
            number,
            Conflated: 0,
            new VenueQuote(price - tick, size, price + tick, size),
            time.GetTimestamp(),
            Instant.From(time.GetUtcNow()),
            silo.SiloAddress)
        {
            Source = source,
            Health = new SourceHealth(SourceReason.Ok),
        });
        await Waiter(pair, source, number).Task.WaitAsync(LocalCluster.Patience);
    }

    private TaskCompletionSource Waiter(PairId pair, int source, long number) =>
        _handled.GetOrAdd(
            (pair, source, number),
            _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
