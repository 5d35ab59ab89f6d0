using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces;

/// <summary>A quoting rule, keyed by its name.</summary>
[Alias("MarketMaker.IStrategyGrain")]
public interface IStrategyGrain : IGrainWithStringKey
{
    /// <summary>The version in force; null if there is no such rule.</summary>
    [Alias("Get")]
    ValueTask<StrategyVersion?> Get();

    /// <summary>Compiles a source and, if it is accepted, stores it and swaps it in on every pair
    /// that uses the rule. If not, the version in force stays.</summary>
    [Alias("Put")]
    Task<StrategyReply> Put(string source);

    /// <summary>Says that a pair uses the rule from now on.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <returns>The version in force; null if there is no such rule.</returns>
    [Alias("Follow")]
    Task<StrategyVersion?> Follow(string pair);

    /// <summary>Says that a pair no longer uses the rule.</summary>
    /// <param name="pair">The pair's name.</param>
    [Alias("Unfollow")]
    Task Unfollow(string pair);
}
