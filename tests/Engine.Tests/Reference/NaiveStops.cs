using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>When stops fire, in its plainest form: every trade's price is held against every stop.
/// </summary>
internal sealed class NaiveStops(NaiveBook book, PairSpec spec)
{
    private readonly List<NaiveOrder> _fired = [];

    public static bool IsReached(NaiveOrder stop, long price) =>
        stop.Side == Side.Buy ? price >= stop.Trigger : price <= stop.Trigger;

    public void Observe(long price)
    {
        foreach (var stop in book.Stops().Except(_fired).ToArray())
            Follow(stop, price);
        var reached = book.Stops().Except(_fired).Where(stop => IsReached(stop, price)).ToArray();
        _fired.AddRange(reached.Where(s => s.Side == Side.Buy).OrderBy(s => s.Trigger));
        _fired.AddRange(reached.Where(s => s.Side == Side.Sell).OrderByDescending(s => s.Trigger));
    }

    /// <summary>Takes the next stop that has fired and was not cancelled meanwhile.</summary>
    public NaiveOrder? Next()
    {
        while (_fired.Count > 0)
        {
            var stop = _fired[0];
            _fired.RemoveAt(0);
            if (book.Stops().Contains(stop))
                return stop;
        }
        return null;
    }

    private void Follow(NaiveOrder stop, long price)
    {
        if (stop.Trail is not { } trail)
            return;
        var distance = NaiveRules.Ticks(trail, trail.Distance, price);
        var step = NaiveRules.Ticks(trail, trail.Step, price);
        var wanted = price + stop.Side.Sign() * distance;
        var nearer = (stop.Trigger!.Value - wanted) * stop.Side.Sign();
        if (nearer < step || NaiveRules.IsOutside(wanted, spec.MaxPrice.Ticks))
            return;
        stop.Trigger = wanted;
        book.Touch(stop, requeued: false);
    }
}
