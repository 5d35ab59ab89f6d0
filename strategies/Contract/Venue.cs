namespace MarketMaker.Strategies.Contract;

/// <summary>A source of the reference price, in the pair's own units: converted where the venue
/// trades against another quote asset. What is not known is NaN.</summary>
public readonly struct Venue
{
    /// <summary>Its best bid, in the quote asset.</summary>
    public double Bid { get; internal init; }

    /// <summary>What is wanted at the best bid, in the base asset.</summary>
    public double BidSize { get; internal init; }

    /// <summary>Its best ask, in the quote asset.</summary>
    public double Ask { get; internal init; }

    /// <summary>What is offered at the best ask, in the base asset.</summary>
    public double AskSize { get; internal init; }

    /// <summary>How long ago it was last heard, in seconds; from 0.</summary>
    public double Age { get; internal init; }

    /// <summary>How far it can be relied on, from 0 (it has no part in the reference now) to 1.
    /// </summary>
    public double Confidence { get; internal init; }

    /// <summary>The middle of its best bid and ask.</summary>
    public double Mid => (Bid + Ask) / 2;

    /// <summary>A venue of which nothing is known.</summary>
    internal static Venue Unknown { get; } = new()
    {
        Bid = double.NaN,
        BidSize = double.NaN,
        Ask = double.NaN,
        AskSize = double.NaN,
        Age = double.NaN,
        Confidence = double.NaN,
    };
}
