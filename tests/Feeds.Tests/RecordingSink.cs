using System.Threading.Channels;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Tests;

/// <summary>Keeps what a feed says, in order, for a test to await.</summary>
internal sealed class RecordingSink : IVenueQuoteSink
{
    private readonly Channel<(PairId Pair, VenueQuote? Quote)> _heard =
        Channel.CreateUnbounded<(PairId, VenueQuote?)>();

    /// <summary>The exception that the next quotes are answered with.</summary>
    public Exception? Failure { get; set; }

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        _heard.Writer.TryWrite((pair, quote));
        if (Failure is { } failure)
            throw failure;
    }

    public void OnHeartbeat(PairId pair, int source, long arrivedAt) =>
        _heard.Writer.TryWrite((pair, null));

    public void OnHealth(PairId pair, int source, SourceHealth health)
    {
    }

    /// <summary>The next call; without a quote if it was a heartbeat.</summary>
    public async Task<(PairId Pair, VenueQuote? Quote)> NextAsync() =>
        await _heard.Reader.ReadAsync().AsTask().WaitAsync(Hang.Limit);

    /// <summary>Reads on until a call after which the condition holds.</summary>
    public async Task NextUntilAsync(Func<bool> condition)
    {
        do
            await NextAsync();
        while (!condition());
    }
}
