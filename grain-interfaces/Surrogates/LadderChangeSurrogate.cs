using MarketMaker.Engine.Quotes;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="LadderChange"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("LadderChange")]
public readonly record struct LadderChangeSurrogate(
    int Kept,
    int Amended,
    int Placed,
    int Cancelled);

/// <summary>Turns a <see cref="LadderChange"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class LadderChangeConverter : IConverter<LadderChange, LadderChangeSurrogate>
{
    /// <inheritdoc/>
    public LadderChange ConvertFromSurrogate(in LadderChangeSurrogate surrogate) =>
        new(surrogate.Kept, surrogate.Amended, surrogate.Placed, surrogate.Cancelled);

    /// <inheritdoc/>
    public LadderChangeSurrogate ConvertToSurrogate(in LadderChange value) =>
        new(value.Kept, value.Amended, value.Placed, value.Cancelled);
}
