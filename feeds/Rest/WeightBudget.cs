namespace MarketMaker.Feeds.Rest;

/// <summary>The weight that may be spent on a venue within any minute. Used by one task at a time.
/// </summary>
internal sealed class WeightBudget(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly Queue<(long At, int Weight)> _spent = new();
    private int _sum;

    /// <summary>Spends a weight, if there is enough left.</summary>
    /// <param name="weight">The weight; 1 to the budget.</param>
    /// <param name="wait">How long until there is; zero if there was.</param>
    public bool TrySpend(int weight, out TimeSpan wait)
    {
        var now = time.GetTimestamp();
        while (_spent.TryPeek(out var oldest)
            && time.GetElapsedTime(oldest.At, now) >= _window)
        {
            _sum -= _spent.Dequeue().Weight;
        }
        wait = TimeSpan.Zero;
        if (_sum + weight > perMinute)
        {
            wait = _window - time.GetElapsedTime(_spent.Peek().At, now);
            return false;
        }
        _spent.Enqueue((now, weight));
        _sum += weight;
        return true;
    }
}
