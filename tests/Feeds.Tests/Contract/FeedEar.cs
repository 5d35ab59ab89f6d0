using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Tests.Contract;

/// <summary>Keeps what a feed says, in order, for a test to await; and throws if it is told to.
/// </summary>
internal sealed class FeedEar : IVenueQuoteSink
{
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    /// <summary>The exception that the next quotes are answered with.</summary>
    public Exception? Failure { get; set; }

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        _heard.Writer.TryWrite(quote.IsTradable ? $"{pair} quote" : $"{pair} bad quote");
        if (Failure is { } failure)
            throw failure;
    }

    public void OnHeartbeat(PairId pair, int source, long arrivedAt) =>
        _heard.Writer.TryWrite($"{pair} heartbeat");

    public void OnHealth(PairId pair, int source, SourceHealth health) =>
        _heard.Writer.TryWrite($"{pair} {health.Reason}");

    /// <summary>Reads on until something is said.</summary>
    /// <returns>All that was said before it.</returns>
    public async Task<List<string>> HearAsync(string awaited)
    {
        using var hang = new CancellationTokenSource(Hang.Limit);
        var before = new List<string>();
        while (await NextAsync(awaited, before, hang.Token) is var said && said != awaited)
            before.Add(said);
        return before;
    }

    /// <summary>Reads on until something was said after which a condition holds.</summary>
    /// <returns>All that was said.</returns>
    public async Task<List<string>> HearUntilAsync(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        using var hang = new CancellationTokenSource(Hang.Limit);
        var heard = new List<string>();
        while (!condition())
            heard.Add(await NextAsync(text, heard, hang.Token));
        return heard;
    }

    private async Task<string> NextAsync(
        string awaited, List<string> heard, CancellationToken hang)
    {
        try
        {
            return await _heard.Reader.ReadAsync(hang);
        }
        catch (OperationCanceledException error)
        {
            var kinds = string.Join(", ", heard.CountBy(said => said));
            throw new TimeoutException($"waited for '{awaited}' and heard {kinds}", error);
        }
    }
}
