namespace MarketMaker.Strategies.Contract;

/// <summary>What the numbers of a named cell mean. Stored: do not renumber.</summary>
internal enum CellKind
{
    /// <summary>See <see cref="Contract.Cell"/>.</summary>
    Cell = 0,

    /// <summary>See <see cref="Contract.Ewma"/>.</summary>
    Ewma = 1,

    /// <summary>See <see cref="Contract.Window"/>.</summary>
    Window = 2,
}
