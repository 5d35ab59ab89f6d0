using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Notional"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Notional")]
public readonly record struct NotionalSurrogate(long TickLots);

/// <summary>Turns a <see cref="Notional"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class NotionalConverter : IConverter<Notional, NotionalSurrogate>
{
    /// <inheritdoc/>
    public Notional ConvertFromSurrogate(in NotionalSurrogate surrogate) =>
        new(surrogate.TickLots);

    /// <inheritdoc/>
    public NotionalSurrogate ConvertToSurrogate(in Notional value) =>
        new(value.TickLots);
}
