namespace MarketMaker.Bench.Strategies.Swaps;

/// <summary>Ticks for a while, then ticks while the rule is swapped.</summary>
/// <param name="P99Without">Of a tick, with no swaps.</param>
/// <param name="P99With">Of a tick, while the rule was swapped.</param>
/// <param name="Ticks">How many were handled while it was.</param>
/// <param name="Conflated">How many were overwritten by newer ones before that.</param>
/// <param name="Time">How long the swaps took.</param>
/// <param name="Resident">The process's memory after them, in bytes.</param>
internal sealed record SwapBlock(
    TimeSpan P99Without,
    TimeSpan P99With,
    long Ticks,
    long Conflated,
    TimeSpan Time,
    long Resident)
{
    public double Ratio => P99With / P99Without;
}
