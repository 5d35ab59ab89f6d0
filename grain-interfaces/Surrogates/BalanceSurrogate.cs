using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Balance"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Balance")]
public readonly record struct BalanceSurrogate(
    Quantity BaseAvailable,
    Quantity BaseReserved,
    Notional QuoteAvailable,
    Notional QuoteReserved);

/// <summary>Turns a <see cref="Balance"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class BalanceConverter : IConverter<Balance, BalanceSurrogate>
{
    /// <inheritdoc/>
    public Balance ConvertFromSurrogate(in BalanceSurrogate surrogate) =>
        new(
            surrogate.BaseAvailable,
            surrogate.BaseReserved,
            surrogate.QuoteAvailable,
            surrogate.QuoteReserved);

    /// <inheritdoc/>
    public BalanceSurrogate ConvertToSurrogate(in Balance value) =>
        new(value.BaseAvailable, value.BaseReserved, value.QuoteAvailable, value.QuoteReserved);
}
