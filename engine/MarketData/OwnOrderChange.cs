namespace MarketMaker.Engine.MarketData;

/// <summary>A change of an account's order.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Order">The order as it is now; as it last was when it has gone.</param>
public readonly record struct OwnOrderChange(OwnOrderEvent Event, OwnOrder Order)
{
    /// <summary>Compares an account's orders at two moments.</summary>
    /// <returns>Those that have gone, in their former order; then those that are new or changed,
    /// in their present order.</returns>
    public static OwnOrderChange[] Between(
        IReadOnlyList<OwnOrder> before, IReadOnlyList<OwnOrder> after)
    {
        var old = before.ToDictionary(order => order.Id);
        var remaining = after.Select(order => order.Id).ToHashSet();
        var changes = before
            .Where(order => !remaining.Contains(order.Id))
            .Select(order => new OwnOrderChange(OwnOrderEvent.Removed, order))
            .ToList();
        foreach (var order in after)
        {
            if (!old.TryGetValue(order.Id, out var former))
                changes.Add(new OwnOrderChange(OwnOrderEvent.Added, order));
            else if (former != order)
                changes.Add(new OwnOrderChange(OwnOrderEvent.Changed, order));
        }
        return [.. changes];
    }
}
