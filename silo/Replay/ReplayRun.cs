using MarketMaker.Feeds.Simulated;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.Grains.Feeds;
using MarketMaker.Grains.Telemetry;

namespace MarketMaker.Silo.Replay;

/// <summary>Serves a tape through the simulated venue to a whole silo of its own: socket, adapter,
/// stream, maker, rule and engine are the real ones.</summary>
internal static class ReplayRun
{
    /// <summary>How long the last ticks may take to be handled after the tape's end.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(ReplayOptions options, CancellationToken cancellation)
    {
        var storage = Directory.CreateTempSubdirectory("market-maker-replay-");
        try
        {
            return await RunAsync(options, storage.FullName, cancellation);
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(
        ReplayOptions options, string storage, CancellationToken cancellation)
    {
        var flow = new TapeFlow(options.FlowScale);
        var tape = new TapeSource(
            new TapeOptions
            {
                Path = options.File.FullName,
                Speed = options.Speed,
                OnTrade = flow.Send,
            },
            TimeProvider.System);
        await using var app = await SiloApplication.StartAsync(
            Settings(storage), tape, cancellation);
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        var pairs = await ChoosePairs(
            options, app.Services.GetRequiredService<PairCatalogue>(), cancellation);
        if (pairs.Count == 0)
        {
            await Console.Error.WriteLineAsync(
                $"{options.File} has no frame of a pair to make: see --pairs and the catalogue.");
            return 1;
        }
        foreach (var pair in pairs)
            await grains.GetGrain<IPairMakerGrain>(pair.Spec.Id.ToString()).GetStatus();
        await flow.Begin(grains, pairs);
        await app.Services.GetRequiredService<SimulatedVenue>().WaitForSubscribersAsync(
            pairs.SelectMany(Streams), cancellation);
        var (report, swaps) = await Play(options, tape, grains, cancellation);
        var feed = app.Services.GetRequiredService<ReferenceFeed>();
        var outcomes = new List<PairOutcome>();
        foreach (var pair in pairs)
            outcomes.Add(await PairOutcome.Collect(grains, feed, pair, _patience));
        var summary = ReplaySummary.Of(
            report, feed, app.Services.GetRequiredService<QuoteLatency>(), outcomes);
        await ReplayPrinter.Print(options, summary, report, flow, swaps);
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<(TapeReport Report, int Swaps)> Play(
        ReplayOptions options,
        TapeSource tape,
        IGrainFactory grains,
        CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var swapping = options.SwapEvery is { } interval
            ? RuleSwapper.RunAsync(grains, interval, ended.Token)
            : Task.FromResult(0);
        var report = await tape.PlayAsync(cancellation);
        await ended.CancelAsync();
        return (report, await swapping);
    }

    private static async Task<IReadOnlyList<PairListing>> ChoosePairs(
        ReplayOptions options, PairCatalogue catalogue, CancellationToken cancellation)
    {
        foreach (var pair in options.Pairs)
            catalogue.Get(pair);
        var symbols = await TapeSymbols.Read(options.File.FullName, cancellation);
        return
        [
            .. catalogue.Listings
                .Where(listing => symbols.Contains(listing.VenueSymbol))
                .Where(listing =>
                    options.Pairs.Count == 0 || options.Pairs.Contains(listing.Spec.Id)),
        ];
    }

    private static string[] Streams(PairListing listing)
    {
        var symbol = listing.VenueSymbol.ToLowerInvariant();
        return [$"{symbol}@bookTicker", $"{symbol}@depth@100ms"];
    }

    private static string[] Settings(string storage) =>
    [
        "--environment", "Development",
        "--urls", "http://127.0.0.1:0",
        "--Grpc:Url", "",
        "--Orleans:SiloPort", "0",
        "--Orleans:GatewayPort", "0",
        "--Storage:Path", storage,
        "--Recording:Enabled", "false",
        "--Feeds:Rest:Enabled", "false",
        "--Simulation:Customers", "false",
        "--Feeds:Venues", "binance",
        "--Logging:ToStandardError", "true",
        "--Logging:LogLevel:Default", "Warning",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning",
    ];
}
