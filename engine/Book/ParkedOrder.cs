using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A stop that waits for its trigger.</summary>
internal sealed class ParkedOrder(OrderEntry entry, Price trigger, Trail? trail)
{
    /// <summary>What it enters as.</summary>
    public OrderEntry Entry { get; set; } = entry;

    public Price Trigger { get; private set; } = trigger;

    public Trail? Trail { get; } = trail;

    /// <summary>Its place among those of the same trigger; lower is first.</summary>
    public long Stamp { get; set; }

    /// <summary>Whether a trade has reached its trigger and it is about to enter.</summary>
    public bool HasFired { get; set; }

    public bool IsReachedBy(Price print) =>
        Entry.Side == Side.Buy ? print >= Trigger : print <= Trigger;

    /// <summary>Moves the trigger after a trade, if that brings it nearer by a step.</summary>
    public bool Follow(Price print, Price highest)
    {
        if (Trail is not { } trail)
            return false;
        var away = trail.DistanceAt(print);
        var wanted = Entry.Side == Side.Buy ? print + away : print - away;
        var nearer = Entry.Side == Side.Buy ? Trigger - wanted : wanted - Trigger;
        if (nearer < trail.StepAt(print) || wanted.Ticks < 1 || wanted > highest)
            return false;
        Trigger = wanted;
        return true;
    }
}
