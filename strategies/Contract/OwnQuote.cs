namespace MarketMaker.Strategies.Contract;

/// <summary>A quote of the maker that rests, as last known. What is not known is NaN.</summary>
public readonly struct OwnQuote
{
    /// <summary>Where it rests, in the quote asset: as asked for, or as far behind as was needed
    /// not to trade at once.</summary>
    public double Price { get; internal init; }

    /// <summary>What is left of it, in the base asset; more than 0.</summary>
    public double Size { get; internal init; }

    /// <summary>What of its price trades before it, in the base asset; 0 when it is the first in
    /// line. As of the book's last answer, <see cref="Tick.BookAge"/> ago. NaN when so many orders
    /// stand before it that they were not counted.</summary>
    public double SizeAhead { get; internal init; }

    /// <summary>A quote of which nothing is known.</summary>
    internal static OwnQuote Unknown { get; } = new()
    {
        Price = double.NaN, Size = double.NaN, SizeAhead = double.NaN,
    };
}
