using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="AccountId"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("AccountId")]
public readonly record struct AccountIdSurrogate(string? Name);

/// <summary>Turns an <see cref="AccountId"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class AccountIdConverter : IConverter<AccountId, AccountIdSurrogate>
{
    /// <inheritdoc/>
    public AccountId ConvertFromSurrogate(in AccountIdSurrogate surrogate) =>
        surrogate.Name is null ? default : AccountId.Parse(surrogate.Name);

    /// <inheritdoc/>
    public AccountIdSurrogate ConvertToSurrogate(in AccountId value) =>
        new(value == default ? null : value.ToString());
}
