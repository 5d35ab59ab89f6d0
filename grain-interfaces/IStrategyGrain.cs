using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.GrainInterfaces;

/// <summary>A quoting rule, keyed by its name: its versions, and which of them quotes where.
/// </summary>
/// <remarks>Whatever changes is durable, and in the audit, when the call returns.</remarks>
[Alias("MarketMaker.IStrategyGrain")]
public interface IStrategyGrain : IGrainWithStringKey
{
    /// <summary>The version in force; null if there is none.</summary>
    [Alias("Get")]
    Task<StrategyVersion?> Get();

    /// <summary>What is in force where; null if the rule never had a version.</summary>
    [Alias("GetView")]
    ValueTask<StrategyView?> GetView();

    /// <summary>The versions that are remembered, latest first.</summary>
    [Alias("GetVersions")]
    ValueTask<StrategyVersionView[]> GetVersions();

    /// <summary>The latest 1,000 lines of the audit before a number, latest first.</summary>
    /// <param name="before">The number, from 1.</param>
    [Alias("GetAudit")]
    Task<StrategyAuditEntry[]> GetAudit(long before = long.MaxValue);

    /// <summary>Compiles and tries a source, and stores it as a version, with its diagnostics, be
    /// it accepted or not. What is in force stays, unless it is the name's first version.
    /// </summary>
    [Alias("Upload")]
    Task<StrategyReply> Upload(StrategyUpload upload);

    /// <summary>Compiles and tries a source; nothing is stored.</summary>
    [Alias("Check")]
    Task<StrategyReply> Check(string source);

    /// <summary>Puts a version in force: first every maker that it concerns makes it ready, then
    /// all exchange it between two ticks. Or, where that needs approval, writes down that somebody
    /// asked.</summary>
    [Alias("Activate")]
    Task<StrategyOutcome> Activate(RolloutRequest request);

    /// <summary>Approves the rollout that waits, in another person's name, and carries it out.
    /// </summary>
    [Alias("Approve")]
    Task<StrategyOutcome> Approve(string version, StrategyAct act);

    /// <summary>Goes back to an earlier version.</summary>
    [Alias("RollBack")]
    Task<StrategyOutcome> RollBack(RollbackRequest request);

    /// <summary>Has a version tried on what was recorded of a pair, beside the one that the pair
    /// quotes by. The report goes to the version's grain; it takes seconds.</summary>
    [Alias("Backtest")]
    Task<StrategyOutcome> Backtest(string version, string pair, StrategyAct act);

    /// <summary>How a version does in the shadow, by pair, or did when it last was there.</summary>
    [Alias("GetShadows")]
    Task<ShadowView[]> GetShadows(string version);

    /// <summary>Takes a version out of the shadow; what it did there is kept.</summary>
    [Alias("EndShadow")]
    Task<StrategyOutcome> EndShadow(string version, StrategyAct act);

    /// <summary>A maker says that it has left a version by itself: it is bad from now on, for
    /// everyone.</summary>
    [Alias("Fail")]
    Task Fail(RuleFailure failure);

    /// <summary>Says that a pair uses the rule from now on.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <returns>What it quotes by; null if no version is in force.</returns>
    [Alias("Follow")]
    Task<RuleAssignment?> Follow(string pair);

    /// <summary>Writes down that a pair that uses the rule is configured otherwise.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="what">What is other than before.</param>
    /// <param name="act">Who did it, and why.</param>
    [Alias("Note")]
    Task Note(string pair, string what, StrategyAct act);

    /// <summary>Says that a pair no longer uses the rule.</summary>
    /// <param name="pair">The pair's name.</param>
    [Alias("Unfollow")]
    Task Unfollow(string pair);
}
