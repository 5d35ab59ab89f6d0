using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains;

/// <summary>Brings a configuration into the units of those who use it.</summary>
internal static class PairConfigurationExtensions
{
    public static QuotingParameters ToParameters(this PairConfiguration configuration) =>
        new(
            configuration.Levels,
            (double)configuration.Spread,
            (double)configuration.Spacing,
            (double)configuration.Size,
            (double)configuration.SkewFactor,
            new ProtectionLimits(
                Share(configuration.MaxMove),
                Seconds(configuration.PauseSeconds),
                Seconds(configuration.MaxReferenceAgeSeconds)),
            new QuoteTolerance(
                Share(configuration.PriceTolerance), Share(configuration.SizeTolerance)));

    /// <summary>The limits of a version, rounded down to what can be counted.</summary>
    public static VersionGuards ToGuards(this PairConfiguration configuration, PairSpec spec) =>
        new(
            spec.NotionalRoundedDown(configuration.GuardLoss).ToHalf(),
            spec.QuantityRoundedDown(configuration.GuardPosition));

    private static Ratio Share(decimal fraction) => new((long)(fraction * 1_000_000));

    private static TimeSpan Seconds(decimal seconds) =>
        TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
