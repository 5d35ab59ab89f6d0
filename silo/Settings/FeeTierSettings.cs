namespace MarketMaker.Silo.Settings;

/// <summary>What the accounts of a tier pay, <c>Pairs:BASE-QUOTE:FeeTiers</c>.</summary>
public sealed record FeeTierSettings
{
    /// <summary>What a resting order pays, in basis points; negative is a rebate.</summary>
    public decimal MakerFeeBps { get; init; }

    /// <summary>What an incoming order pays, in basis points; negative is a rebate.</summary>
    public decimal TakerFeeBps { get; init; }
}
