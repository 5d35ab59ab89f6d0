using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Something that a venue said of a pair, in the pair's own ticks and lots: what a tape
/// is made of once it is read.</summary>
/// <remarks><c>default</c> is no event.</remarks>
public readonly record struct VenueEvent
{
    private VenueEvent(VenueEventKind kind, Instant at, byte source) =>
        (Kind, At, Source) = (kind, at, source);

    /// <summary>What was said.</summary>
    public VenueEventKind Kind { get; }

    /// <summary>When it was heard, by the listener's clock.</summary>
    public Instant At { get; }

    /// <summary>Which of the pair's sources said it.</summary>
    public byte Source { get; }

    /// <summary>The best bid and offer of a <see cref="VenueEventKind.Quote"/>; always tradable
    /// then.</summary>
    public VenueQuote Quote { get; private init; }

    /// <summary>The price of a <see cref="VenueEventKind.Trade"/>, cut to a tick.</summary>
    public Price Price { get; private init; }

    /// <summary>What was traded, cut to a lot; may be 0.</summary>
    public Quantity Quantity { get; private init; }

    /// <summary>The side that took.</summary>
    public Side Aggressor { get; private init; }

    /// <summary>A changed best bid and offer.</summary>
    /// <param name="at">When it was heard.</param>
    /// <param name="source">Who said it.</param>
    /// <param name="quote">The quote; tradable.</param>
    public static VenueEvent OfQuote(Instant at, byte source, in VenueQuote quote)
    {
        Invariant.Holds(quote.IsTradable);
        return new(VenueEventKind.Quote, at, source) { Quote = quote };
    }

    /// <summary>A word about the pair that changes nothing.</summary>
    /// <param name="at">When it was heard.</param>
    /// <param name="source">Who said it.</param>
    public static VenueEvent OfHeartbeat(Instant at, byte source) =>
        new(VenueEventKind.Heartbeat, at, source);

    /// <summary>A trade.</summary>
    /// <param name="at">When it was heard.</param>
    /// <param name="source">Who said it.</param>
    /// <param name="price">At what price.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="aggressor">The side that took.</param>
    public static VenueEvent OfTrade(
        Instant at, byte source, Price price, Quantity quantity, Side aggressor) =>
        new(VenueEventKind.Trade, at, source)
        {
            Price = price,
            Quantity = quantity,
            Aggressor = aggressor,
        };
}
