using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="PairId"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("PairId")]
public readonly record struct PairIdSurrogate(string? Name);

/// <summary>Turns a <see cref="PairId"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class PairIdConverter : IConverter<PairId, PairIdSurrogate>
{
    /// <inheritdoc/>
    public PairId ConvertFromSurrogate(in PairIdSurrogate surrogate) =>
        surrogate.Name is null ? default : PairId.Parse(surrogate.Name);

    /// <inheritdoc/>
    public PairIdSurrogate ConvertToSurrogate(in PairId value) =>
        new(value == default ? null : value.ToString());
}
