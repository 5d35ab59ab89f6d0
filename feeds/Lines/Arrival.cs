namespace MarketMaker.Feeds.Lines;

/// <summary>What a numbered frame is to those before it.</summary>
internal enum Arrival
{
    /// <summary>The first to bring its number.</summary>
    News,

    /// <summary>Another line had brought as much.</summary>
    Repeat,

    /// <summary>The same line says the last one again: it still stands.</summary>
    Confirmation,

    /// <summary>Older than one that the same line brought.</summary>
    Stale,
}
