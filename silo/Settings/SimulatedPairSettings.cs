namespace MarketMaker.Silo.Settings;

/// <summary>How a pair behaves at the simulated venue.</summary>
public sealed record SimulatedPairSettings
{
    /// <summary>The price that it starts at, in the quote asset.</summary>
    public decimal Price { get; init; }

    /// <summary>The standard deviation of a year's return: 0.6 is 60 %.</summary>
    public double AnnualVolatility { get; init; } = 0.6;
}
