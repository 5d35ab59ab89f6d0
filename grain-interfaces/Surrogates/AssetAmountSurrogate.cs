using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="AssetAmount"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("AssetAmount")]
public readonly record struct AssetAmountSurrogate(ulong Upper, ulong Lower);

/// <summary>Turns an <see cref="AssetAmount"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class AssetAmountConverter : IConverter<AssetAmount, AssetAmountSurrogate>
{
    /// <inheritdoc/>
    public AssetAmount ConvertFromSurrogate(in AssetAmountSurrogate surrogate) =>
        new(new Int128(surrogate.Upper, surrogate.Lower));

    /// <inheritdoc/>
    public AssetAmountSurrogate ConvertToSurrogate(in AssetAmount value) =>
        unchecked(new((ulong)(value.Atoms >> 64), (ulong)value.Atoms));
}
