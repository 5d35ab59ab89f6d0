using MarketMaker.Strategies.Contract;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>What a rule compiled into the host offers.</summary>
public interface ITickRule
{
    /// <summary>Decides what should rest now.</summary>
    void OnTick(in Tick t, Quotes q);
}
