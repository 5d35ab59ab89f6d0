using MarketMaker.Api.Accounts;
using MarketMaker.Api.Json;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Inventory;

/// <summary>What a pair's maker has.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Account">The maker's account.</param>
/// <param name="Base">The base asset.</param>
/// <param name="Quote">The quote asset.</param>
/// <param name="Position">What it has bought less what it has sold, in the base asset.</param>
/// <param name="Reference">At what price the position is valued; null before the first.</param>
/// <param name="Skew">−1 all base, +1 all quote, 0 balanced.</param>
public sealed record InventoryDocument(
    string Pair,
    string Account,
    FundsDocument Base,
    FundsDocument Quote,
    decimal Position,
    decimal? Reference,
    decimal Skew)
{
    internal static InventoryDocument From(PairSpec spec, InventoryReport inventory) =>
        new(
            spec.Id.ToString(),
            inventory.Account.ToString(),
            FundsDocument.OfBase(spec, inventory.Balance),
            FundsDocument.OfQuote(spec, inventory.Balance),
            spec.ToDecimal(inventory.Position),
            inventory.Reference.IsKnown ? spec.ToDecimal(inventory.Reference) : null,
            Fractions.Skew(inventory.Skew));
}
