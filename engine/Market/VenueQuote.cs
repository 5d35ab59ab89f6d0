using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>A venue's best bid and offer for a pair, in the pair's own ticks and lots.</summary>
/// <remarks>Prices of a venue with finer ticks are rounded outwards (bid down, ask up), so that
/// the middle is not moved. <c>default</c> is no quote and not tradable.</remarks>
/// <param name="Bid">The best bid.</param>
/// <param name="BidSize">What is wanted at the best bid; may be less than a lot, then 0.</param>
/// <param name="Ask">The best ask.</param>
/// <param name="AskSize">What is offered at the best ask; may be less than a lot, then 0.</param>
public readonly record struct VenueQuote(Price Bid, Quantity BidSize, Price Ask, Quantity AskSize)
{
    /// <summary>The exact middle.</summary>
    public Mark Middle => Mark.Middle(Bid, Ask);

    /// <summary>Whether both prices are positive and the bid is below the ask.</summary>
    public bool IsTradable => Bid.Ticks > 0 && Bid < Ask;
}
