using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>All orders of one side at one price, first come first. 16 bytes; one without orders
/// is empty.</summary>
internal struct PriceLevel
{
    /// <summary>The first in line, whose <see cref="OrderNode.Previous"/> is the last in line.
    /// Left over, where there are none.</summary>
    public int Head;

    /// <summary>How many they are.</summary>
    public int Orders;

    /// <summary>The sum of what remains of them.</summary>
    public Quantity Total;
}
