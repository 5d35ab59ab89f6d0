using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="PlaceResult"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("PlaceResult")]
public readonly record struct PlaceResultSurrogate(
    byte Rejection,
    OrderId Id,
    Quantity Filled,
    Quantity Resting,
    Quantity Cancelled);

/// <summary>Turns a <see cref="PlaceResult"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class PlaceResultConverter : IConverter<PlaceResult, PlaceResultSurrogate>
{
    /// <inheritdoc/>
    public PlaceResult ConvertFromSurrogate(in PlaceResultSurrogate surrogate) =>
        new(
            (Rejection)surrogate.Rejection,
            surrogate.Id,
            surrogate.Filled,
            surrogate.Resting,
            surrogate.Cancelled);

    /// <inheritdoc/>
    public PlaceResultSurrogate ConvertToSurrogate(in PlaceResult value) =>
        new((byte)value.Rejection, value.Id, value.Filled, value.Resting, value.Cancelled);
}
