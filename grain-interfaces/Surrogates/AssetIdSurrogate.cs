using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="AssetId"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("AssetId")]
public readonly record struct AssetIdSurrogate(string? Name);

/// <summary>Turns an <see cref="AssetId"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class AssetIdConverter : IConverter<AssetId, AssetIdSurrogate>
{
    /// <inheritdoc/>
    public AssetId ConvertFromSurrogate(in AssetIdSurrogate surrogate) =>
        surrogate.Name is null ? default : AssetId.Parse(surrogate.Name);

    /// <inheritdoc/>
    public AssetIdSurrogate ConvertToSurrogate(in AssetId value) =>
        new(value == default ? null : value.ToString());
}
