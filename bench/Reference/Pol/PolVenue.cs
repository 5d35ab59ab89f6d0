using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>A venue that tells a second of the table: its first extreme, the other, the last
/// price, and the last once more. Between prices it confirms the one before, as a venue's
/// heartbeat does.</summary>
internal sealed class PolVenue(PairSpec spec)
{
    /// <summary>How many prices a second is told in.</summary>
    public const int StepsPerSecond = 4;

    private const int LagLimitMs = 500;

    private readonly decimal[] _steps = new decimal[StepsPerSecond];
    private decimal _last;

    /// <summary>How late its prices are, as a feed's lag meter sees it.</summary>
    public SourceHealth Health { get; private set; } = new(SourceReason.Ok);

    /// <summary>Whether a price is known.</summary>
    public bool HasPrice => _last > 0;

    /// <summary>Its last price.</summary>
    public decimal Last => _last;

    /// <summary>A second begins.</summary>
    public void Begin(VenueSecond? second)
    {
        if (second is not { } traded)
        {
            Array.Fill(_steps, _last);
            return;
        }
        var lag = TimeSpan.FromMilliseconds(traded.LagMs);
        Health = new SourceHealth(
            traded.LagMs > LagLimitMs ? SourceReason.Lagging : SourceReason.Ok, lag);
        var highFirst = traded.High - traded.Last > traded.Last - traded.Low;
        _steps[0] = highFirst ? traded.High : traded.Low;
        _steps[1] = highFirst ? traded.Low : traded.High;
        _steps[2] = _steps[3] = traded.Last;
    }

    /// <summary>What it says at a step: a tick on each side of its price.</summary>
    public VenueQuote At(int step)
    {
        _last = _steps[step];
        var (tick, size) = (Offset.OneTick, new Quantity(10_000));
        var price = spec.PriceRoundedDown(_last);
        return new VenueQuote(price - tick, size, price + tick, size);
    }
}
