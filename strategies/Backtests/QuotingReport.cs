using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Backtests;

/// <summary>How a rule did on a market: exact, in the pair's own ticks and lots.</summary>
public sealed record QuotingReport
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>Which text of the rule: its content hash.</summary>
    public required string Version { get; init; }

    /// <summary>When it began; <c>default</c> if it has not.</summary>
    public required Instant From { get; init; }

    /// <summary>Up to when it goes.</summary>
    public required Instant To { get; init; }

    /// <summary>How many reference prices were heard.</summary>
    public required long Ticks { get; init; }

    /// <summary>How many commands customers sent.</summary>
    public required long CustomerCommands { get; init; }

    /// <summary>How many of the market's trades were the desk's.</summary>
    public required long Fills { get; init; }

    /// <summary>What the desk traded, in the base asset.</summary>
    public required Quantity Volume { get; init; }

    /// <summary>What the desk earned, from nothing at the beginning.</summary>
    public required ProfitAndLoss ProfitAndLoss { get; init; }

    /// <summary>How long it quoted, how wide, and how long it was excused.</summary>
    public required ObligationsReport Obligations { get; init; }

    /// <summary>How long it quoted as <see cref="ComplianceTerms"/> ask.</summary>
    public required TimeSpan Compliant { get; init; }

    /// <summary>The inventory at its worst.</summary>
    public required InventoryExtreme WorstInventory { get; init; }

    /// <summary>How often the ladder was replaced.</summary>
    public required long Requotes { get; init; }

    /// <summary>What that did to the desk's orders.</summary>
    public required LadderChanges Orders { get; init; }

    /// <summary>How many ladders the market refused.</summary>
    public required long RefusedLadders { get; init; }

    /// <summary>How many of the desk's ladders the market took out by itself.</summary>
    public required long PulledLadders { get; init; }

    /// <summary>How often the rule failed.</summary>
    public required long RuleFaults { get; init; }

    /// <summary>The first failure; null if there was none.</summary>
    public required FirstFault? FirstFault { get; init; }

    /// <summary>What its fills had gained a while later.</summary>
    public required IReadOnlyList<Markout> Markouts { get; init; }

    /// <summary>Stands for every quote, every fill and the profit after every event: the same run
    /// gives the same, and a run that differs in one of them, but for chance, another.</summary>
    public required ulong Hash { get; init; }
}
