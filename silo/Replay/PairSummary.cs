using MarketMaker.Engine.Market;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Silo.Replay;

/// <summary>What came of a replay on one pair; its members are the JSON's keys.</summary>
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

    public static PairSummary Of(
        PairListing listing, MakerStatistics maker, MarketStatistics market)
    {
        var obligations = market.Obligations ?? _nothing;
        var excuses = FindExcuses(maker, obligations);
        var books = maker.ProfitAndLoss;
        return new PairSummary(
            listing.Spec.Id.ToString(),
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
            ProfitSummary.Of(listing.Spec, books));
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
