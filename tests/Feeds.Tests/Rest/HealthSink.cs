using System.Threading.Channels;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Tests.Rest;

/// <summary>Hears of health alone.</summary>
internal sealed class HealthSink : IVenueQuoteSink
{
    private readonly Channel<SourceReason> _heard = Channel.CreateUnbounded<SourceReason>();

    public bool HasHeard => _heard.Reader.TryPeek(out _);

    public async Task<SourceReason> NextAsync() =>
        await _heard.Reader.ReadAsync().AsTask().WaitAsync(Hang.Limit);

    /// <summary>All that was heard and not taken yet.</summary>
    public List<SourceReason> TakeAll()
    {
        var all = new List<SourceReason>();
        while (_heard.Reader.TryRead(out var reason))
            all.Add(reason);
        return all;
    }

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
    }

    public void OnHeartbeat(PairId pair, int source, long arrivedAt)
    {
    }

    public void OnHealth(PairId pair, int source, SourceHealth health) =>
        _heard.Writer.TryWrite(health.Reason);
}
