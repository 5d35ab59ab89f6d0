using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>A source of a pair's reference price, and why it is used or not.</summary>
/// <param name="Name">Venue and symbol, and the legs of its conversion.</param>
/// <param name="State">How far it is trusted.</param>
/// <param name="Since">Since when.</param>
/// <param name="Cause">What is wrong, or was when it was last suspected or off.</param>
/// <param name="LiveAt">When it will be live if nothing goes wrong; null if it is, or something is
/// wrong.</param>
/// <param name="Health">What its adapter says.</param>
/// <param name="Bid">Its best bid in the pair's ticks; 0 before the first.</param>
/// <param name="Ask">Its best ask in the pair's ticks; 0 before the first.</param>
/// <param name="Age">How old these are; zero before the first.</param>
/// <param name="IsUsed">Whether the reference price is made of it, among others.</param>
[GenerateSerializer, Immutable, Alias("SourceView")]
public sealed record SourceView(
    [property: Id(0)] string Name,
    [property: Id(1)] SourceState State,
    [property: Id(2)] Instant Since,
    [property: Id(3)] SourceFault Cause,
    [property: Id(4)] Instant? LiveAt,
    [property: Id(5)] SourceHealth Health,
    [property: Id(6)] Price Bid,
    [property: Id(7)] Price Ask,
    [property: Id(8)] TimeSpan Age,
    [property: Id(9)] bool IsUsed);
