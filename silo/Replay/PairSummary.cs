using System.Text.Json.Serialization;
using MarketMaker.Engine.Market;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Feeds;

namespace MarketMaker.Silo.Replay;

/// <summary>What came of a replay on one pair; its public members are the JSON's keys.</summary>
internal sealed record PairSummary(
    string Pair,
    long Ticks,
    long Requotes,
    double TwoSidedShare,
    double ExcusedSeconds,
    IReadOnlyList<ExcuseSummary> Excuses,
    double MaxSpreadBps,
    double MeanSpreadBps,
    int MinLevels,
    long Fills,
    decimal Inventory,
    ProfitSummary Pnl)
{
    private const double PartsPerBillionInABasisPoint = 100_000;

    [JsonIgnore]
    public required MakerStatistics Statistics { get; init; }

    [JsonIgnore]
    public required MarketStatistics Market { get; init; }

    [JsonIgnore]
    public required long MissedTicks { get; init; }

    public static async Task<PairSummary> Collect(
        IGrainFactory grains, ReferenceFeed feed, PairListing listing)
    {
        var key = listing.Spec.Id.ToString();
        var maker = await grains.GetGrain<IPairMakerGrain>(key).GetStatistics();
        var market = await grains.GetGrain<IMatchingEngineGrain>(key).GetStatistics();
        var obligations = market.Obligations ?? _nothing;
        var excuses = FindExcuses(maker, obligations);
        var books = maker.ProfitAndLoss;
        return new PairSummary(
            key,
            maker.Ticks,
            maker.Requotes,
            obligations.Obliged == TimeSpan.Zero ? 0 : obligations.TwoSided / obligations.Obliged,
            excuses.Sum(excuse => excuse.Seconds),
            excuses,
            obligations.MaxSpreadPartsPerBillion / PartsPerBillionInABasisPoint,
            obligations.MeanSpreadPartsPerBillion / PartsPerBillionInABasisPoint,
            obligations.MinLevels,
            maker.Fills,
            listing.Spec.ToDecimal(books.Position),
            ProfitSummary.Of(listing.Spec, books))
        {
            Statistics = maker,
            Market = market,
            MissedTicks =
                maker.MissedTicks + (feed.Counts(listing.Spec.Id).Published - maker.Ticks),
        };
    }

    private static readonly ObligationsReport _nothing =
        new(default, default, new Dictionary<PauseReason, TimeSpan>(), 0, 0, 0);

    private static List<ExcuseSummary> FindExcuses(
        MakerStatistics maker, ObligationsReport obligations)
    {
        var excuses = obligations.Excused
            .Select(spell => new ExcuseSummary(Name(spell.Key), spell.Value.TotalSeconds))
            .ToList();
        // From the first tick until the first ladder stands: the meter begins with the ladder.
        var starting = (maker.FirstLadder - maker.FirstTick).TotalSeconds;
        if (starting > 0)
            excuses.Insert(0, new ExcuseSummary("starting", starting));
        return excuses;
    }

    private static string Name(PauseReason reason)
    {
        var name = reason.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
