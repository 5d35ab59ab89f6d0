using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Safeguards;

/// <summary>What was bought and sold in a rolling window of time.</summary>
/// <remarks>In 64 steps, each a 63rd of the window: the oldest is forgotten as a whole, so a trade
/// counts for the window's length at least. Nothing is allocated after the constructor.</remarks>
internal sealed class TradedWindow
{
    private const int Steps = 64;

    // 128 bits: how often the same lots change hands in a window has no bound.
    private readonly Int128[] _bought = new Int128[Steps];
    private readonly Int128[] _sold = new Int128[Steps];
    private Int128 _allBought;
    private Int128 _allSold;
    private long _length;
    private long _latest;

    public Int128 Traded => _allBought + _allSold;

    public Int128 Delta => _allBought - _allSold;

    public void Add(Instant now, Side side, Quantity quantity, TimeSpan window)
    {
        Forget(now, window);
        var step = (int)(_latest % Steps);
        if (side == Side.Buy)
        {
            _bought[step] += quantity.Lots;
            _allBought += quantity.Lots;
        }
        else
        {
            _sold[step] += quantity.Lots;
            _allSold += quantity.Lots;
        }
    }

    /// <summary>Forgets what is older than the window.</summary>
    public void Forget(Instant now, TimeSpan window)
    {
        var length = Math.Max(1, (window.Ticks / TimeSpan.TicksPerMicrosecond + Steps - 2)
            / (Steps - 1));
        if (length != _length)
        {
            Clear();
            (_length, _latest) = (length, now.Microseconds / length);
            return;
        }
        var latest = Math.Max(_latest, now.Microseconds / length);
        if (latest - _latest >= Steps)
            Clear();
        else
            while (_latest < latest)
                Drop((int)(++_latest % Steps));
        _latest = latest;
    }

    public void Clear()
    {
        Array.Clear(_bought);
        Array.Clear(_sold);
        (_allBought, _allSold) = (0, 0);
    }

    private void Drop(int step)
    {
        _allBought -= _bought[step];
        _allSold -= _sold[step];
        (_bought[step], _sold[step]) = (0, 0);
    }
}
