using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="CancelResult"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("CancelResult")]
public readonly record struct CancelResultSurrogate(byte Rejection, Quantity Cancelled);

/// <summary>Turns a <see cref="CancelResult"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class CancelResultConverter : IConverter<CancelResult, CancelResultSurrogate>
{
    /// <inheritdoc/>
    public CancelResult ConvertFromSurrogate(in CancelResultSurrogate surrogate) =>
        new((Rejection)surrogate.Rejection, surrogate.Cancelled);

    /// <inheritdoc/>
    public CancelResultSurrogate ConvertToSurrogate(in CancelResult value) =>
        new((byte)value.Rejection, value.Cancelled);
}
