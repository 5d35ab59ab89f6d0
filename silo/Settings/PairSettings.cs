using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Silo.Settings;

/// <summary>A pair as it is written in the settings, <c>Pairs:BASE-QUOTE</c>.</summary>
public sealed record PairSettings
{
    /// <summary>The pair's name at Binance, such as <c>BTCUSDT</c>: the only source of a pair that
    /// lists no <see cref="Sources"/>.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>What the reference price is made of; at most 8.</summary>
    public IReadOnlyList<SourceSettings> Sources { get; init; } = [];

    /// <summary>The smallest price step, in the quote asset.</summary>
    public decimal TickSize { get; init; }

    /// <summary>The smallest quantity step, in the base asset.</summary>
    public decimal LotSize { get; init; }

    /// <summary>The highest price of an order, in the quote asset.</summary>
    public decimal MaxPrice { get; init; }

    /// <summary>The largest quantity of an order, in the base asset.</summary>
    public decimal MaxQuantity { get; init; }

    /// <summary>What a resting order pays, in basis points; negative is a rebate.</summary>
    public decimal MakerFeeBps { get; init; }

    /// <summary>What an incoming order pays, in basis points; negative is a rebate.</summary>
    public decimal TakerFeeBps { get; init; }

    /// <summary>The fee tiers that accounts can be moved to, numbered from 1; tier 0 is what
    /// everybody starts in, the fees above. At most 15.</summary>
    public IReadOnlyList<FeeTierSettings> FeeTiers { get; init; } = [];

    /// <summary>What accounts may do.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>What the maker starts with, in the base asset.</summary>
    public decimal BaseCapital { get; init; }

    /// <summary>What the maker starts with, in the quote asset.</summary>
    public decimal QuoteCapital { get; init; }

    /// <summary>Whether the maker starts with the silo, not on its first request.</summary>
    public bool StartsWithSilo { get; init; }

    /// <summary>What a maker that was never configured quotes.</summary>
    public PairConfiguration Maker { get; init; } = new();

    /// <summary>How the pair behaves at the simulated venue.</summary>
    public SimulatedPairSettings Simulated { get; init; } = new();
}
