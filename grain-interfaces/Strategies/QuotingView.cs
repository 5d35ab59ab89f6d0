namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>How a version of a rule did on a market.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Version">Its content hash.</param>
/// <param name="From">When it began.</param>
/// <param name="To">Up to when it goes.</param>
/// <param name="Ticks">Reference prices that were heard.</param>
/// <param name="CustomerCommands">What customers said.</param>
/// <param name="Figures">How it did.</param>
/// <param name="Excuses">When it did not have to quote, by reason.</param>
/// <param name="WorstInventoryAt">When the inventory was at its worst; null if it never moved.
/// </param>
/// <param name="FirstFault">What the rule's first failure was; null if there was none.</param>
/// <param name="FirstFaultAt">When it first failed.</param>
/// <param name="Markouts">What its fills had gained a while later.</param>
/// <param name="Hash">Stands for every quote, fill and profit of the run, in hexadecimal.</param>
[GenerateSerializer, Immutable, Alias("QuotingView")]
public sealed record QuotingView(
    [property: Id(0)] string Rule,
    [property: Id(1)] string Version,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] long Ticks,
    [property: Id(5)] long CustomerCommands,
    [property: Id(6)] QuotingFigures Figures,
    [property: Id(7)] ExcuseView[] Excuses,
    [property: Id(8)] DateTimeOffset? WorstInventoryAt,
    [property: Id(9)] string? FirstFault,
    [property: Id(10)] DateTimeOffset? FirstFaultAt,
    [property: Id(11)] MarkoutView[] Markouts,
    [property: Id(12)] string Hash);
