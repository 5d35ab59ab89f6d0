using System.Globalization;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
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
        MakerMode mode,
        PairConfiguration configuration,
        StrategyVersion rule,
        string source,
        Instant now) =>
        new(
            maker.Spec.Id,
            mode,
            maker.Verdict(now),
            Explain(maker, mode, configuration, now),
            maker.Reference,
            maker.Reference.IsKnown ? maker.ReferenceAge(now) : TimeSpan.Zero,
            source,
            rule.Name,
            rule.Version,
            maker.RuleFault,
            maker.Resting.Bids.ToArray(),
            maker.Resting.Asks.ToArray(),
            maker.Skew);

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
        PairMaker maker, MakerMode mode, PairConfiguration configuration, Instant now) =>
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
                $"{configuration.MaxReferenceAgeSeconds} s are allowed."),
            PauseReason.SharpMove => Text(
                $"Not quoting: the reference moved by more than {configuration.MaxMove:P2} ",
                $"at once; quotes return at {maker.PausedUntil.ToDateTimeOffset():HH:mm:ss}."),
            _ when maker.RuleFault is { } fault => $"The rule failed: {fault}",
            _ when maker.Resting.IsEmpty => "Not quoting: the rule wants no quotes.",
            _ => Text(
                $"Quoting {maker.Resting.Bids.Length} bids and {maker.Resting.Asks.Length} asks ",
                $"around {maker.Spec.ToDecimal(maker.Reference)}; skew {maker.Skew:F3}."),
        };

    private static string Text(FormattableString first, FormattableString second) =>
        first.ToString(CultureInfo.InvariantCulture)
        + second.ToString(CultureInfo.InvariantCulture);
}
