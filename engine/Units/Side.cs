namespace MarketMaker.Engine.Units;

/// <summary>The side of an order or of the book.</summary>
public enum Side : byte
{
    /// <summary>Wants the base asset; rests among the bids.</summary>
    Buy = 0,

    /// <summary>Offers the base asset; rests among the asks.</summary>
    Sell = 1,
}
