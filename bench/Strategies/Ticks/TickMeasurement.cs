using System.Text.Json.Serialization;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>What a tick of a rule costs: its answer, judged and rounded to a ladder.</summary>
/// <param name="Script">The rule's name.</param>
/// <param name="Variant"><c>script</c> or <c>host</c>.</param>
/// <param name="NsMedian">Processor time per tick in nanoseconds: the middle pass.</param>
/// <param name="NsMin">The fastest pass.</param>
/// <param name="NsMax">The slowest pass.</param>
/// <param name="BytesPerTick">Memory allocated per tick, in bytes.</param>
/// <param name="Ratio"><paramref name="NsMedian"/> by that of the host's variant; null when that
/// was too short to be measured.</param>
internal sealed record TickMeasurement(
    string Script,
    string Variant,
    double NsMedian,
    double NsMin,
    double NsMax,
    double BytesPerTick,
    double? Ratio)
{
    /// <summary>The answer alone, neither judged nor rounded: the middle pass.</summary>
    [JsonIgnore]
    public double RuleNs { get; init; }
}
