using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How <see cref="AccountTerms"/> travel and are stored.</summary>
[GenerateSerializer, Immutable, Alias("AccountTerms")]
public readonly record struct AccountTermsSurrogate(
    int Group, int FeeTier, int MaxOpenOrders, Quantity MaxQuantity);

/// <summary>Turns <see cref="AccountTerms"/> into their surrogate and back.</summary>
[RegisterConverter]
public sealed class AccountTermsConverter : IConverter<AccountTerms, AccountTermsSurrogate>
{
    /// <inheritdoc/>
    public AccountTerms ConvertFromSurrogate(in AccountTermsSurrogate surrogate) =>
        new(surrogate.Group, surrogate.FeeTier, surrogate.MaxOpenOrders, surrogate.MaxQuantity);

    /// <inheritdoc/>
    public AccountTermsSurrogate ConvertToSurrogate(in AccountTerms value) =>
        new(value.Group, value.FeeTier, value.MaxOpenOrders, value.MaxQuantity);
}
