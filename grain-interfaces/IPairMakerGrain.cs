using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using Orleans.Concurrency;

namespace MarketMaker.GrainInterfaces;

/// <summary>The market maker of one pair, keyed by the pair's name. The first request makes it,
/// from the catalogue's defaults.</summary>
/// <remarks>Every call fails with <see cref="Catalogue.UnknownPairException"/> when the exchange
/// does not list the pair.</remarks>
[Alias("MarketMaker.IPairMakerGrain")]
public interface IPairMakerGrain : IGrainWithStringKey
{
    /// <summary>What the maker does now, and why.</summary>
    [Alias("GetStatus")]
    ValueTask<PairStatus> GetStatus();

    /// <summary>Changes what the operator wants; durable when the call returns.</summary>
    [Alias("SetMode")]
    Task<PairStatus> SetMode(MakerMode mode);

    /// <summary>What is in force.</summary>
    [Alias("GetConfiguration")]
    ValueTask<PairConfiguration> GetConfiguration();

    /// <summary>Puts a configuration in force, or says everything that is wrong with it; durable
    /// when the call returns.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="act">Who asks, and why: another rule, or other parameters of it, are a line of
    /// the rule's audit. Null for somebody who is not known.</param>
    [Alias("Configure")]
    Task<ConfigureReply> Configure(PairConfiguration configuration, StrategyAct? act = null);

    /// <summary>What the maker has.</summary>
    [Alias("GetInventory")]
    Task<InventoryReport> GetInventory();

    /// <summary>What the maker has done.</summary>
    [Alias("GetStatistics")]
    ValueTask<MakerStatistics> GetStatistics();

    /// <summary>The quoting rule in force, with its parameters.</summary>
    [AlwaysInterleave]
    [Alias("GetRule")]
    ValueTask<PairRuleView> GetRule();

    /// <summary>Makes a version ready: loaded, turned into machine code, tried, with the pair's
    /// parameters in it. Ticks go on meanwhile.</summary>
    /// <returns>Everything that is in the way; none when it can be put in force.</returns>
    [AlwaysInterleave]
    [Alias("Prepare")]
    Task<FieldError[]> Prepare(StrategyVersion version);

    /// <summary>Has a version tried on what this silo has recorded of the pair, beside the one in
    /// force; the report goes to the version's grain.</summary>
    /// <returns>Why it is not; null when it is.</returns>
    [AlwaysInterleave]
    [Alias("Backtest")]
    ValueTask<string?> Backtest(StrategyVersion candidate);

    /// <summary>How the version in the shadow does; null while there is none.</summary>
    [AlwaysInterleave]
    [Alias("GetShadow")]
    ValueTask<ShadowView?> GetShadow();

    /// <summary>Exchanges the quoting rule between two ticks, if the pair uses the rule of that
    /// name and has not heard of a later epoch of it. What rests stays as it is until the new
    /// version wants something else.</summary>
    [AlwaysInterleave]
    [Alias("UseRule")]
    Task UseRule(string name, RuleAssignment assignment);

    /// <summary>Writes everything that must survive; for a silo that is about to stop.</summary>
    [Alias("Save")]
    Task Save();
}
