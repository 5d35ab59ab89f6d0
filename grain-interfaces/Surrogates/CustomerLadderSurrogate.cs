using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Tap;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="CustomerLadder"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("CustomerLadder")]
public readonly record struct CustomerLadderSurrogate(
    long Epoch, long Sequence, QuoteLease Lease, Quote[] Bids, Quote[] Asks);

/// <summary>Turns a <see cref="CustomerLadder"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class CustomerLadderConverter
    : IConverter<CustomerLadder, CustomerLadderSurrogate>
{
    /// <inheritdoc/>
    public CustomerLadder ConvertFromSurrogate(in CustomerLadderSurrogate surrogate) =>
        new(
            surrogate.Epoch, surrogate.Sequence, surrogate.Lease, surrogate.Bids,
            surrogate.Asks);

    /// <inheritdoc/>
    public CustomerLadderSurrogate ConvertToSurrogate(in CustomerLadder value) =>
        new(value.Epoch, value.Sequence, value.Lease, value.Bids, value.Asks);
}
