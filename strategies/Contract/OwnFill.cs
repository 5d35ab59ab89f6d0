namespace MarketMaker.Strategies.Contract;

/// <summary>A trade of the maker. What is not known is NaN.</summary>
public readonly struct OwnFill
{
    /// <summary>What the maker did: +1 bought, −1 sold.</summary>
    public double Sign { get; internal init; }

    /// <summary>For how much, in the quote asset.</summary>
    public double Price { get; internal init; }

    /// <summary>How much, in the base asset; more than 0.</summary>
    public double Size { get; internal init; }

    /// <summary>A trade of which nothing is known.</summary>
    internal static OwnFill Unknown { get; } = new()
    {
        Sign = double.NaN, Price = double.NaN, Size = double.NaN,
    };
}
