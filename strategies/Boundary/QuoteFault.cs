using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Boundary;

/// <summary>Why a rule's answer is discarded, in order of precedence within a level.</summary>
public enum QuoteFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>More than <see cref="Contract.Quotes.MaxLevels"/> levels on a side.</summary>
    TooManyLevels,

    /// <summary>The price is NaN or infinite.</summary>
    PriceNotFinite,

    /// <summary>The price is less than one tick; zero and negative prices are.</summary>
    PriceBelowTick,

    /// <summary>The price is above <see cref="PairSpec.MaxPrice"/>.</summary>
    PriceAboveMaximum,

    /// <summary>The price is further from the reference than
    /// <see cref="LadderValidation.MaxDistance"/> of it.</summary>
    PriceTooFar,

    /// <summary>The price is not strictly further out than the level before it.</summary>
    PriceNotMonotonic,

    /// <summary>The size is NaN or infinite.</summary>
    SizeNotFinite,

    /// <summary>The size is zero or negative.</summary>
    SizeNotPositive,

    /// <summary>The size is above <see cref="PairSpec.MaxQuantity"/>.</summary>
    SizeAboveMaximum,

    /// <summary>The best bid is at or above the best ask.</summary>
    BidNotBelowAsk,
}
