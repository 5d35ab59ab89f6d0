using System.Globalization;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains;

/// <summary>Puts into words what a maker does.</summary>
internal static class MakerReport
{
    public static readonly FieldError UnknownStrategy = new(
        "strategy", "strategy must be the name of a quoting rule; GET /strategies lists them.");

    public static PairStatus Status(
        PairMaker maker,
        PairListing listing,
        MakerMode mode,
        PairConfiguration configuration,
        StrategyVersion rule,
        string source,
        Instant now) =>
        new(
            maker.Spec.Id,
            mode,
            maker.Verdict(now),
            Explain(maker, listing, mode, configuration, now),
            maker.Reference,
            maker.Reference.IsKnown ? maker.ReferenceAge(now) : TimeSpan.Zero,
            source,
            rule.Name,
            rule.Version,
            maker.RuleFault,
            maker.Resting.Bids.ToArray(),
            maker.Resting.Asks.ToArray(),
            maker.Skew)
        {
            Sources = SourceReports.Of(maker, listing, now),
            ConfidencePartsPerMillion = maker.Composite.Confidence.PartsPerMillion,
            MarkUp = maker.MarkUp.Reason,
        };

    public static MakerStatistics Statistics(DeskBooks books, long ruleFaults, MakerTally tally) =>
        new(
            books.ProfitAndLoss,
            books.Fills,
            books.LastFill,
            tally.Ticks,
            tally.Conflated,
            tally.Missed,
            tally.Requotes,
            tally.Changes,
            ruleFaults,
            tally.FirstTick,
            tally.FirstLadder);

    private static string Explain(
        PairMaker maker,
        PairListing listing,
        MakerMode mode,
        PairConfiguration configuration,
        Instant now) =>
        maker.Verdict(now) switch
        {
            PauseReason.Operator => mode == MakerMode.Stopped
                ? "Not quoting: stopped by the operator."
                : "Not quoting: paused by the operator.",
            PauseReason.MarketHalted => "Not quoting: the market is halted.",
            PauseReason.Protection =>
                "Not quoting: too much of its quotes traded at once, and the market refuses more.",
            PauseReason.NoReference => "Not quoting: no reference price has come yet.",
            PauseReason.StaleReference => Text(
                $"Not quoting: the reference is {maker.ReferenceAge(now).TotalSeconds:F1} s old, ",
                $"{AllowedAge(listing, configuration)} s are allowed."),
            PauseReason.SourcesDisagree => Text(
                $"Not quoting: its sources are further apart than {Distance(listing):P2}, ",
                $"or were a moment ago: {SourceReports.Tell(maker, listing, now)}."),
            PauseReason.SingleSource => Text(
                $"Not quoting: one source alone for more than {AloneFor(listing)} s: ",
                $"{SourceReports.Tell(maker, listing, now)}."),
            PauseReason.NoLiveSource => Text(
                $"Not quoting: none of its sources is live: ",
                $"{SourceReports.Tell(maker, listing, now)}."),
            PauseReason.SharpMove => Text(
                $"Not quoting: the reference moved by more than {configuration.MaxMove:P2} ",
                $"at once; quotes return at {maker.PausedUntil.ToDateTimeOffset():HH:mm:ss}."),
            _ when maker.RuleFault is { } fault => $"The rule failed: {fault}",
            _ when maker.Resting.IsEmpty => "Not quoting: the rule wants no quotes.",
            _ => Text(
                $"Quoting {maker.Resting.Bids.Length} bids and {maker.Resting.Asks.Length} asks ",
                $"around {maker.Spec.ToDecimal(maker.Reference)}; skew {maker.Skew:F3}.")
                + (maker.Composite.IsSingle
                    ? " Wider and smaller, because one source alone is live."
                    : ""),
        };

    private static double AllowedAge(PairListing listing, PairConfiguration configuration) =>
        Math.Min(
            (double)configuration.MaxReferenceAgeSeconds,
            listing.Reference.Limits.TimeToLive.TotalSeconds);

    private static double Distance(PairListing listing) =>
        listing.Reference.Limits.MaxDistance.PartsPerMillion / 1e6;

    private static double AloneFor(PairListing listing) =>
        listing.Reference.Limits.SingleSourceFor.TotalSeconds;

    private static string Text(FormattableString first, FormattableString second) =>
        first.ToString(CultureInfo.InvariantCulture)
        + second.ToString(CultureInfo.InvariantCulture);
}
