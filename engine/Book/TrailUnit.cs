namespace MarketMaker.Engine.Book;

/// <summary>What a <see cref="Trail"/> is counted in.</summary>
public enum TrailUnit : byte
{
    /// <summary>Ticks of the pair.</summary>
    Ticks = 0,

    /// <summary>Hundredths of a per cent of the last price.</summary>
    BasisPoints = 1,
}
