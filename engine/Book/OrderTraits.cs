namespace MarketMaker.Engine.Book;

/// <summary>What few resting orders are or have.</summary>
[Flags]
internal enum OrderTraits : byte
{
    /// <summary>Nothing of it.</summary>
    None = 0,

    /// <summary>It is a level of a maker's ladder.</summary>
    Quote = 1,

    /// <summary>Post-only, it slides where it would take.</summary>
    Slides = 2,

    /// <summary>It has <see cref="OrderConditions"/>.</summary>
    Conditions = 4,
}
