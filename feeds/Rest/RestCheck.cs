using System.Text.Json;
using MarketMaker.Engine.Units;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Rest;

/// <summary>Asks a venue over HTTP whether the symbols that its socket brings are listed and trade,
/// and whether its prices are those that the socket tells.</summary>
/// <remarks>
/// A venue that does not answer changes nothing: what was known stays, the socket is believed, and
/// the venue is left alone for a while. Any thread may follow; <see cref="RunAsync"/> runs once.
/// </remarks>
internal sealed class RestCheck(
    string venue,
    RestCheckOptions options,
    IRestProtocol protocol,
    SourceWatch watch,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly RestPause _pause = new(time, new Random());
    private List<CheckedSource> _sources = [];
    private long? _listedAt;
    private long? _comparedAt;
    private bool _isFailing;

    /// <summary>Checks a source from now on.</summary>
    public void Follow(Instrument instrument)
    {
        lock (_lock)
        {
            Unfollow(instrument.Pair, instrument.Source);
            var watched = watch.Add(instrument.Pair, instrument.Source);
            _sources = [.. _sources, new CheckedSource(instrument, watched, options)];
        }
    }

    /// <summary>Checks a source no longer.</summary>
    public void Unfollow(PairId pair, int source)
    {
        lock (_lock)
        {
            watch.Remove(pair, source);
            _sources = [.. _sources.Where(x =>
                x.Instrument.Pair != pair || x.Instrument.Source != source)];
        }
    }

    /// <summary>Checks until cancelled; then returns.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var client = new RestClient(
            options.Url, new WeightBudget(protocol.WeightPerMinute, time), time);
        using var timer = new PeriodicTimer(_step, time);
        try
        {
            do
            {
                if (_pause.IsOver)
                    await StepAsync(client, cancel);
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            logger.LogDebug("The check of {Venue} was told to stop", venue);
        }
    }

    private async Task StepAsync(RestClient client, CancellationToken cancel)
    {
        try
        {
            if (await LookUpAsync(client, cancel) + await CompareAsync(client, cancel) > 0)
                OnSuccess();
        }
        catch (RestException error)
        {
            OnFailure(error);
        }
        catch (JsonException error)
        {
            OnFailure(new RestException($"an answer that cannot be read: {error.Message}"));
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // A defect of the check must not end the feed that it is beside.
            logger.LogError(error, "The check of {Venue} failed", venue);
            _pause.Begin(new RestException(error.Message));
        }
    }

    /// <summary>Looks new symbols up at once, all of them when it is time again.</summary>
    /// <returns>How many requests were answered.</returns>
    private async Task<int> LookUpAsync(RestClient client, CancellationToken cancel)
    {
        var isDue = IsDue(_listedAt, options.ListInterval);
        var bySymbol = Volatile.Read(ref _sources)
            .GroupBy(source => source.Instrument.Symbol)
            .Where(symbol => isDue || symbol.Any(source => source.Status is null))
            .ToList();
        foreach (var sources in bySymbol)
        {
            var answer = await client.GetAsync(protocol.Listing(sources.Key), cancel);
            var status = protocol.ReadListing(sources.Key, answer);
            foreach (var source in sources)
            {
                source.Status = status;
                Tell(source);
            }
        }
        if (isDue)
            _listedAt = time.GetTimestamp();
        return bySymbol.Count;
    }

    private async Task<int> CompareAsync(RestClient client, CancellationToken cancel)
    {
        if (!IsDue(_comparedAt, options.PriceInterval))
            return 0;
        _comparedAt = time.GetTimestamp();
        var trading = Volatile.Read(ref _sources)
            .Where(source => source.Status is { Reason: null })
            .ToLookup(source => source.Instrument.Symbol);
        var answers = 0;
        foreach (var call in protocol.Prices([.. trading.Select(symbol => symbol.Key)]))
        {
            foreach (var source in trading.SelectMany(symbol => symbol))
                source.Begin();
            var answer = await client.GetAsync(call, cancel);
            foreach (var price in protocol.ReadPrices(answer))
            {
                foreach (var source in trading[price.Symbol])
                {
                    source.Compare(price);
                    Tell(source);
                }
            }
            answers++;
        }
        return answers;
    }

    private bool IsDue(long? last, TimeSpan interval) =>
        last is not { } at || time.GetElapsedTime(at) >= interval;

    private void Tell(CheckedSource source)
    {
        if (!source.Tell())
            return;
        // What was seen; what comes of it the sink logs.
        logger.LogInformation(
            "{Venue} {Symbol} for {Pair} by REST: {Status}, {Bps} bps from the socket: {Reason}",
            venue, source.Instrument.Symbol, source.Instrument.Pair, source.Status?.Word,
            source.DifferenceBps, source.Reason?.ToString() ?? "nothing is the matter");
    }

    private void OnSuccess()
    {
        _pause.End();
        if (_isFailing)
            logger.LogInformation("{Venue} answers REST requests again", venue);
        _isFailing = false;
    }

    private void OnFailure(RestException error)
    {
        var pause = _pause.Begin(error);
        logger.Log(
            _isFailing ? LogLevel.Debug : LogLevel.Warning,
            "{Venue} does not answer REST requests: {Message}. It is left alone for {Pause}; "
            + "prices are used unchecked", venue, error.Message, pause);
        _isFailing = true;
    }
}
