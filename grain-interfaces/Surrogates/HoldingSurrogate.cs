using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Holding"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Holding")]
public readonly record struct HoldingSurrogate(AssetId Asset, AssetAmount Amount);

/// <summary>Turns a <see cref="Holding"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class HoldingConverter : IConverter<Holding, HoldingSurrogate>
{
    /// <inheritdoc/>
    public Holding ConvertFromSurrogate(in HoldingSurrogate surrogate) =>
        new(surrogate.Asset, surrogate.Amount);

    /// <inheritdoc/>
    public HoldingSurrogate ConvertToSurrogate(in Holding value) =>
        new(value.Asset, value.Amount);
}
