using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Safeguards;

/// <summary>Where an account stands with its market-maker protection.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Frozen">Whether its mass quotes are refused.</param>
/// <param name="FrozenUntil">Until when; null until it is reset, or when it is not frozen.</param>
/// <param name="Traded">What of its quotes traded in the window, in the base asset.</param>
/// <param name="Delta">What they bought less what they sold in the window, in the base asset.
/// </param>
public sealed record ProtectionDocument(
    string Pair,
    string Account,
    bool Frozen,
    DateTimeOffset? FrozenUntil,
    decimal Traded,
    decimal Delta)
{
    internal static ProtectionDocument From(
        PairSpec spec, AccountId account, in ProtectionStatus status) =>
        new(
            spec.Id.ToString(),
            account.ToString(),
            status.IsFrozen,
            status.FrozenUntil?.ToDateTimeOffset(),
            spec.ToDecimal(status.Traded),
            spec.ToDecimal(status.Delta));
}
