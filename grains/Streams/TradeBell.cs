using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Streams;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Rings for a pair's maker: once for new trades, and again only after somebody has read
/// the log to its end; for quotes that are gone each time.</summary>
internal sealed class TradeBell(IAsyncStream<FillBell> bell, PairId pair, ILogger logger)
{
    private bool _hasRung;

    /// <summary>Says that there are trades up to a number.</summary>
    public void MoreTrades(long last)
    {
        if (!_hasRung)
            _ = Ring(new FillBell(last, QuotesGone: false));
    }

    /// <summary>Says that quotes are gone, whatever their maker believes.</summary>
    /// <param name="last">The last trade that can be read.</param>
    public void QuotesGone(long last) => _ = Ring(new FillBell(last, QuotesGone: true));

    /// <summary>Says that the log has been read to its end.</summary>
    public void Heard() => _hasRung = false;

    private async Task Ring(FillBell what)
    {
        _hasRung = true;
        try
        {
            await bell.OnNextAsync(what);
        }
        catch (Exception error)
        {
            // The log has them, and the maker looks into it from time to time.
            _hasRung = false;
            logger.LogError(error, "{Pair} could not ring the bell", pair);
        }
    }
}
