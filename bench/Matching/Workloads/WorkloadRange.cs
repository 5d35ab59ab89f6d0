using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>What prices and quantities a workload's orders have.</summary>
internal readonly record struct WorkloadRange(long LeastTicks, long MostTicks, uint MostLots)
{
    public static WorkloadRange Of(ReadOnlySpan<MarketCommand> commands)
    {
        var (least, most, lots) = (long.MaxValue, long.MinValue, 1u);
        foreach (ref readonly var command in commands)
        {
            if (command.Type == CommandType.Cancel)
                continue;
            least = Math.Min(least, command.Ticks);
            most = Math.Max(most, command.Ticks);
            lots = Math.Max(lots, command.Lots);
        }
        return least > most ? new WorkloadRange(1, 1, 1) : new WorkloadRange(least, most, lots);
    }

    /// <summary>What to add to a price so that the lowest is at least 1 tick, as the full engine
    /// wants it.</summary>
    /// <exception cref="UnfitWorkloadException">The prices lie too far apart.</exception>
    public long Shift
    {
        get
        {
            if (LeastTicks >= 1)
                return 0;
            if ((Int128)MostTicks - LeastTicks >= long.MaxValue)
                throw TooWide();
            return 1 - LeastTicks;
        }
    }

    /// <summary>A pair that takes these prices, shifted, and quantities.</summary>
    /// <exception cref="UnfitWorkloadException">They are beyond any pair's.</exception>
    public PairSpec Spec()
    {
        var highest = MostTicks + Shift;
        if ((Int128)highest * MostLots > PairSpec.MaxTickLots)
            throw TooWide();
        return new PairSpec(
            PairId.Parse("BASE-QUOTE"), 1m, 1m, new Price(highest), new Quantity(MostLots));
    }

    private UnfitWorkloadException TooWide() =>
        new($"prices from {LeastTicks} to {MostTicks} ticks with up to {MostLots} lots: the "
            + $"largest order would pass the {PairSpec.MaxTickLots} tick·lots of an order");
}
