using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>Values a desk's fills at the reference as it stands a second, five, half a minute and
/// a minute later.</summary>
/// <remarks>Exact. Memory for <see cref="MaxWaiting"/> fills at most: of more in a minute the
/// newest are left out and counted. Not thread safe; time must not run backwards.</remarks>
public sealed class Markouts
{
    /// <summary>The most fills that wait for their horizons.</summary>
    public const int MaxWaiting = 1 << 16;

    private static readonly TimeSpan[] _horizons =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30),
        TimeSpan.FromSeconds(60),
    ];

    private readonly long[] _settled = new long[_horizons.Length];
    private readonly HalfNotional[] _gains = new HalfNotional[_horizons.Length];
    private (Instant At, Price Price, Quantity Signed)[] _waiting = new (
        Instant, Price, Quantity)[64];
    private long _added;

    /// <summary>How many fills were left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Waits for a fill's horizons.</summary>
    /// <param name="at">When it was made.</param>
    /// <param name="side">What the desk did.</param>
    /// <param name="price">The price.</param>
    /// <param name="quantity">What changed hands.</param>
    public void Add(Instant at, Side side, Price price, Quantity quantity)
    {
        if (_added - _settled[^1] == _waiting.Length && !TryGrow())
        {
            LeftOut++;
            return;
        }
        _waiting[_added % _waiting.Length] =
            (at, price, new Quantity(side.Sign() * quantity.Lots));
        _added++;
    }

    /// <summary>Values what is due.</summary>
    /// <param name="now">The time.</param>
    /// <param name="mark">The reference that stood until now; nothing is valued while it is not
    /// known.</param>
    /// <exception cref="OverflowException">An amount passes 64 bits.</exception>
    public void Advance(Instant now, Mark mark)
    {
        if (!mark.IsKnown)
            return;
        for (var horizon = 0; horizon < _horizons.Length; horizon++)
        {
            while (_settled[horizon] < _added
                && _waiting[_settled[horizon] % _waiting.Length] is var fill
                && fill.At + _horizons[horizon] <= now)
            {
                _gains[horizon] += mark.Value(fill.Signed) - (fill.Price * fill.Signed).ToHalf();
                _settled[horizon]++;
            }
        }
    }

    /// <summary>What has been valued, shortest horizon first.</summary>
    public IReadOnlyList<Markout> Report() =>
    [
        .. _horizons.Select((horizon, at) => new Markout(horizon, _settled[at], _gains[at])),
    ];

    private bool TryGrow()
    {
        if (_waiting.Length == MaxWaiting)
            return false;
        var larger = new (Instant, Price, Quantity)[_waiting.Length * 2];
        for (var number = _settled[^1]; number < _added; number++)
            larger[number % larger.Length] = _waiting[number % _waiting.Length];
        _waiting = larger;
        return true;
    }
}
