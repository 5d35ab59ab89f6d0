using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Tests.Lines;

/// <summary>Counts, and keeps nothing.</summary>
internal sealed class SilentSink : IVenueQuoteSink
{
    public int Quotes { get; private set; }

    public int Heartbeats { get; private set; }

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt) => Quotes++;

    public void OnHeartbeat(PairId pair, int source, long arrivedAt) => Heartbeats++;

    public void OnHealth(PairId pair, int source, SourceHealth health)
    {
    }
}
