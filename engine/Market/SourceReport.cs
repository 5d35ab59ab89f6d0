using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>What is known of a source, and why it is used or not.</summary>
/// <param name="State">How far it is trusted.</param>
/// <param name="Since">Since when.</param>
/// <param name="Cause">What is wrong, or was when it was last suspected or off.</param>
/// <param name="LiveAt">When it will be live if nothing goes wrong; null if it is, or something is
/// wrong.</param>
/// <param name="Health">What its adapter says; the worst of its feeds.</param>
/// <param name="Quote">Its last price that is believed, in the pair's ticks; not tradable before
/// the first.</param>
/// <param name="HeardAt">When that was heard, with all its legs; <c>default</c> before the first.
/// </param>
/// <param name="IsUsed">Whether the reference price is made of it, among others.</param>
/// <param name="Doubted">How many of its prices were not believed when they came.</param>
/// <param name="LongestLockOut">The longest time for which jumps shut it out.</param>
public readonly record struct SourceReport(
    SourceState State,
    Instant Since,
    SourceFault Cause,
    Instant? LiveAt,
    SourceHealth Health,
    VenueQuote Quote,
    Instant HeardAt,
    bool IsUsed,
    long Doubted,
    TimeSpan LongestLockOut);
