using MarketMaker.Engine.Market;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="SourceHealth"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("SourceHealth")]
public readonly record struct SourceHealthSurrogate(SourceReason Reason, TimeSpan? Lag);

/// <summary>Turns a <see cref="SourceHealth"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class SourceHealthConverter : IConverter<SourceHealth, SourceHealthSurrogate>
{
    /// <inheritdoc/>
    public SourceHealth ConvertFromSurrogate(in SourceHealthSurrogate surrogate) =>
        new(surrogate.Reason, surrogate.Lag);

    /// <inheritdoc/>
    public SourceHealthSurrogate ConvertToSurrogate(in SourceHealth value) =>
        new(value.Reason, value.Lag);
}
