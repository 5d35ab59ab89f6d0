using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.GrainInterfaces;

/// <summary>A page of earlier lines of a rule's audit, keyed by <see cref="KeyOf"/>: apart from the
/// rule's life, which is written often and must stay small.</summary>
[Alias("MarketMaker.IStrategyAuditGrain")]
public interface IStrategyAuditGrain : IGrainWithStringKey
{
    /// <summary>The key of a page.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="page">From 0.</param>
    static string KeyOf(string name, long page) => $"{name}/{page}";

    /// <summary>The page's lines, oldest first; none if it was never stored.</summary>
    [Alias("Get")]
    ValueTask<StrategyAuditEntry[]> Get();

    /// <summary>Stores the page's lines; durable when the call returns. Lines never change, so a
    /// second time does no harm.</summary>
    [Alias("Store")]
    Task Store(StrategyAuditEntry[] lines);
}
