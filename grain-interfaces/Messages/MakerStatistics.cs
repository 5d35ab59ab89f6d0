using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a maker has done. Counters begin with the activation; profit and loss, fills and
/// capital are durable.</summary>
/// <param name="ProfitAndLoss">The desk's books.</param>
/// <param name="Fills">How many trades the maker was part of.</param>
/// <param name="LastFill">The last trade of the log that was applied.</param>
/// <param name="Ticks">How many reference ticks were handled.</param>
/// <param name="ConflatedTicks">How many were overwritten by newer ones before that.</param>
/// <param name="MissedTicks">How many were lost: 0.</param>
/// <param name="Requotes">How many mass quotes were acknowledged.</param>
/// <param name="Changes">What these did to the maker's orders.</param>
/// <param name="RuleFaults">How often the rule failed; nothing of such a tick was sent.</param>
/// <param name="FirstTick">When the first tick was handled; <c>default</c> before.</param>
/// <param name="FirstLadder">When the first ladder was acknowledged; <c>default</c> before.
/// </param>
[GenerateSerializer, Immutable, Alias("MakerStatistics")]
public sealed record MakerStatistics(
    [property: Id(0)] ProfitAndLoss ProfitAndLoss,
    [property: Id(1)] long Fills,
    [property: Id(2)] long LastFill,
    [property: Id(3)] long Ticks,
    [property: Id(4)] long ConflatedTicks,
    [property: Id(5)] long MissedTicks,
    [property: Id(6)] long Requotes,
    [property: Id(7)] LadderChange Changes,
    [property: Id(8)] long RuleFaults,
    [property: Id(9)] Instant FirstTick,
    [property: Id(10)] Instant FirstLadder);
