namespace MarketMaker.Engine.Safeguards;

/// <summary>Why the market took an owner's quotes out by itself.</summary>
public enum PullReason : byte
{
    /// <summary>The owner was silent for longer than its lease.</summary>
    LeaseEnded = 1,

    /// <summary>Too much of them traded (<see cref="QuoteProtection"/>).</summary>
    Protection = 2,

    /// <summary>The market was halted.</summary>
    Halted = 3,
}
