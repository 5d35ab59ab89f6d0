using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="Instant"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Instant")]
public readonly record struct InstantSurrogate(long Microseconds);

/// <summary>Turns an <see cref="Instant"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class InstantConverter : IConverter<Instant, InstantSurrogate>
{
    /// <inheritdoc/>
    public Instant ConvertFromSurrogate(in InstantSurrogate surrogate) =>
        new(surrogate.Microseconds);

    /// <inheritdoc/>
    public InstantSurrogate ConvertToSurrogate(in Instant value) =>
        new(value.Microseconds);
}
