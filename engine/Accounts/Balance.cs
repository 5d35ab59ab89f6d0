using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What an account has in a pair. Nothing here is ever negative.</summary>
/// <param name="BaseAvailable">Base asset that a new sell may use.</param>
/// <param name="BaseReserved">Base asset held for resting sells.</param>
/// <param name="QuoteAvailable">Quote asset that a new buy may use.</param>
/// <param name="QuoteReserved">Quote asset held for resting buys, with their worst fee.</param>
public readonly record struct Balance(
    Quantity BaseAvailable,
    Quantity BaseReserved,
    Notional QuoteAvailable,
    Notional QuoteReserved)
{
    /// <summary>All of the base asset.</summary>
    public Quantity Base => BaseAvailable + BaseReserved;

    /// <summary>All of the quote asset.</summary>
    public Notional Quote => QuoteAvailable + QuoteReserved;
}
