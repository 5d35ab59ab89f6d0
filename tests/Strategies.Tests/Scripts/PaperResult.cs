namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>What the paths of a simulation came to.</summary>
internal readonly record struct PaperResult(
    double MeanSpread, double MeanProfit, double ProfitDeviation, double InventoryDeviation);
