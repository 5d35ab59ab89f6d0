using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.GrainInterfaces;

/// <summary>The contents of one version of a quoting rule, keyed by <see cref="KeyOf"/>: apart from
/// the rule's life, which is written often and must stay small.</summary>
[Alias("MarketMaker.IStrategyVersionGrain")]
public interface IStrategyVersionGrain : IGrainWithStringKey
{
    /// <summary>The key of a version.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="version">The content hash.</param>
    static string KeyOf(string name, string version) => $"{name}/{version}";

    /// <summary>The contents; null if they were never stored, or forgotten.</summary>
    [Alias("Get")]
    ValueTask<StrategyContent?> Get();

    /// <summary>Stores the contents; durable when the call returns.</summary>
    [Alias("Store")]
    Task Store(StrategyContent content);

    /// <summary>The latest backtest; null if there was none.</summary>
    [Alias("GetBacktest")]
    ValueTask<BacktestView?> GetBacktest();

    /// <summary>Keeps a backtest in the place of the last; durable when the call returns.</summary>
    [Alias("KeepBacktest")]
    Task KeepBacktest(BacktestView backtest);

    /// <summary>How the version did when it last was in the shadow, by pair.</summary>
    [Alias("GetShadows")]
    ValueTask<ShadowView[]> GetShadows();

    /// <summary>Keeps how the version did in the shadow on a pair, in the place of the last time
    /// there; durable when the call returns.</summary>
    [Alias("KeepShadow")]
    Task KeepShadow(ShadowView shadow);

    /// <summary>Forgets everything; durable when the call returns.</summary>
    [Alias("Forget")]
    Task Forget();
}
