using MarketMaker.Engine.Units;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Lines;

/// <summary>A venue's feed, whatever the venue's words: its lines, what they share, and the look at
/// every symbol's health.</summary>
internal sealed class VenueLines
{
    private static readonly TimeSpan _sweepInterval = TimeSpan.FromMilliseconds(100);

    private readonly LineParts _parts;
    private readonly FollowedInstruments _followed;

    /// <summary>Prepares a feed that follows nothing and is not connected.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public VenueLines(
        VenueFeedOptions options,
        IVenueProtocol protocol,
        IVenueQuoteSink sink,
        IFrameTap? tap,
        TimeProvider time,
        ILogger logger)
    {
        options.Validate();
        var counters = new FeedCounters();
        _followed = new FollowedInstruments(protocol.MaxSymbols);
        var listener = new VenueListener(protocol.Venue, sink, tap, counters, time, logger);
        _parts = new LineParts(
            options,
            protocol,
            new SymbolBoard(options, protocol, _followed, counters, listener, time),
            counters,
            new RateLimit(options.Attempts, options.AttemptWindow, time),
            time,
            logger);
    }

    /// <inheritdoc cref="IVenueFeed.Statistics"/>
    public FeedStatistics Statistics =>
        _parts.Counters.Snapshot(_followed.Current.Count, _parts.Time);

    /// <inheritdoc cref="IVenueFeed.Follow"/>
    public void Follow(Instrument instrument)
    {
        if (!_parts.Protocol.IsSymbol(instrument.Symbol))
        {
            throw new ArgumentException(
                $"{instrument.Symbol} is no symbol of {_parts.Protocol.Venue}.",
                nameof(instrument));
        }
        _followed.Add(instrument);
    }

    /// <inheritdoc cref="IVenueFeed.Unfollow"/>
    public bool Unfollow(PairId pair, int source) => _followed.Remove(pair, source);

    /// <inheritdoc cref="IVenueFeed.RunAsync"/>
    public async Task RunAsync(CancellationToken cancel)
    {
        var works = Enumerable.Range(0, _parts.Options.Lines)
            .Select(number => RunLineAsync(number, cancel))
            .Append(SweepAsync(cancel));
        try
        {
            await Task.WhenAll(works);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _parts.Logger.LogInformation("The feed of {Venue} stopped", _parts.Protocol.Venue);
        }
    }

    private async Task RunLineAsync(int number, CancellationToken cancel)
    {
        if (number > 0)
            await Task.Delay(_parts.Options.Stagger * number, _parts.Time, cancel);
        var succession = new LineSuccession(_parts, number);
        await succession.RunAsync(cancel);
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_sweepInterval, _parts.Time);
        while (await timer.WaitForNextTickAsync(cancel))
            _parts.Board.Sweep();
    }
}
