using MarketMaker.Engine.Market;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="ObligationsReport"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("ObligationsReport")]
public readonly record struct ObligationsReportSurrogate(
    TimeSpan Obliged,
    TimeSpan TwoSided,
    Dictionary<byte, TimeSpan> Excused,
    long MeanSpreadPartsPerBillion,
    long MaxSpreadPartsPerBillion,
    int MinLevels);

/// <summary>Turns an <see cref="ObligationsReport"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class ObligationsReportConverter
    : IConverter<ObligationsReport, ObligationsReportSurrogate>
{
    /// <inheritdoc/>
    public ObligationsReport ConvertFromSurrogate(in ObligationsReportSurrogate surrogate) =>
        new(
            surrogate.Obliged,
            surrogate.TwoSided,
            surrogate.Excused.ToDictionary(spell => (PauseReason)spell.Key, spell => spell.Value),
            surrogate.MeanSpreadPartsPerBillion,
            surrogate.MaxSpreadPartsPerBillion,
            surrogate.MinLevels);

    /// <inheritdoc/>
    public ObligationsReportSurrogate ConvertToSurrogate(in ObligationsReport value) =>
        new(
            value.Obliged,
            value.TwoSided,
            value.Excused.ToDictionary(spell => (byte)spell.Key, spell => spell.Value),
            value.MeanSpreadPartsPerBillion,
            value.MaxSpreadPartsPerBillion,
            value.MinLevels);
}
