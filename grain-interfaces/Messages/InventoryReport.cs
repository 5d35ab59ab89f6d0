using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a maker has.</summary>
/// <param name="Account">The maker's account.</param>
/// <param name="Balance">What it has in the pair.</param>
/// <param name="Position">What it has bought less what it has sold.</param>
/// <param name="Reference">At what price the position is valued; 0 before the first.</param>
/// <param name="Skew">−1 all base, +1 all quote, 0 balanced.</param>
[GenerateSerializer, Immutable, Alias("InventoryReport")]
public sealed record InventoryReport(
    [property: Id(0)] AccountId Account,
    [property: Id(1)] Balance Balance,
    [property: Id(2)] Quantity Position,
    [property: Id(3)] Mark Reference,
    [property: Id(4)] double Skew);
