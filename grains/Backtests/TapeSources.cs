using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.Strategies.Backtests;

namespace MarketMaker.Grains.Backtests;

/// <summary>Whose prices a tape has, as its beginning tells. A source that is not on it has no part
/// in the reference: it would count as dead, and the others as alone.</summary>
public sealed class TapeSources
{
    /// <summary>How much of a tape is looked at.</summary>
    private const int EventsLookedAt = 100_000;

    private readonly Dictionary<PairId, HashSet<int>> _heard = [];

    private TapeSources()
    {
    }

    /// <summary>Reads a tape's beginning.</summary>
    /// <param name="tape">The tape; one that can be read once is used up.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">A file of the tape could not be opened.</exception>
    public static async Task<TapeSources> OfAsync(VenueTape tape, CancellationToken cancellation)
    {
        var sources = new TapeSources();
        var events = 0;
        await foreach (var (pair, what) in tape.ReadAsync(cancellation))
        {
            if (what.Kind == VenueEventKind.Quote)
                sources.On(pair).Add(what.Source);
            if (++events == EventsLookedAt)
                break;
        }
        return sources;
    }

    /// <summary>The market of a pair on the sources that the tape has.</summary>
    /// <returns>Null if the tape has none.</returns>
    public MarketTerms? Of(MarketTerms terms) => terms.On(On(terms.Spec.Id));

    /// <summary>Which of a pair's sources are not on the tape, for people.</summary>
    /// <returns>Null if all are.</returns>
    public string? Missing(PairListing listing)
    {
        var heard = On(listing.Spec.Id);
        var missing = listing.Feeds.Where((_, feed) => !heard.Contains(feed)).ToArray();
        return missing.Length == 0
            ? null
            : $"The recording has no price of {string.Join(", ", missing.AsEnumerable())}: the "
                + "reference is made of the others.";
    }

    private HashSet<int> On(PairId pair)
    {
        if (!_heard.TryGetValue(pair, out var feeds))
            _heard.Add(pair, feeds = []);
        return feeds;
    }
}
