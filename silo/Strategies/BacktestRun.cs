using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.Grains;
using MarketMaker.Grains.Backtests;
using MarketMaker.Silo.Settings;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Workers;

namespace MarketMaker.Silo.Strategies;

/// <summary>Carries out <see cref="BacktestCommand"/>: the pairs are those of the settings, nothing
/// is stored and no silo is started.</summary>
internal static class BacktestRun
{
    public static async Task<int> RunAsync(
        BacktestOptions options, CancellationToken cancellation)
    {
        try
        {
            await ReportAsync(options, cancellation);
            return 0;
        }
        catch (BacktestFailedException failure)
        {
            // What is wrong with a rule is this command's answer, as it is that of a check.
            var into = failure.ExitCode == 1 ? Console.Out : Console.Error;
            await into.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
    }

    private static async Task ReportAsync(
        BacktestOptions options, CancellationToken cancellation)
    {
        var listings = ChoosePairs(options);
        using var compiler = new WorkerCompiler(new WorkerLimits(), TimeProvider.System);
        var library = new RuleLibrary(compiler, ImageKey.NewRandom());
        var candidate = await PrepareAsync(library, options.File, cancellation);
        var current = options.Against is { } against
            ? await PrepareOtherAsync(library, against, cancellation)
            : null;
        var tape = new VenueTape(
            options.Tapes, [.. listings.SelectMany(listing => listing.ToInstruments())]);
        var sources = await ReadingAsync(() => TapeSources.OfAsync(tape, cancellation));
        var backtest = new TapeBacktest();
        foreach (var listing in listings)
        {
            if (sources.Of(listing.ToMarketTerms(listing.Defaults)) is { } terms)
                backtest.Add(terms, candidate.CreateRule(), current?.CreateRule());
        }
        var pairs = await ReadingAsync(() => backtest.RunAsync(tape, cancellation));
        await BacktestPrinter.WarnOfDamage(tape.Reading);
        if (pairs.Count == 0)
        {
            throw BacktestFailedException.Wrong(
                $"{string.Join(", ", options.Tapes)} has no price of a pair to try the rule on: "
                + $"{tape.Reading.Lines} lines were read. See --pair and the catalogue.");
        }
        await BacktestPrinter.Print(options, pairs, tape.Reading);
    }

    private static PairListing[] ChoosePairs(BacktestOptions options)
    {
        var settings = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            // The settings lie beside the program, wherever it was called from.
            ContentRootPath = AppContext.BaseDirectory,
        }).Configuration;
        try
        {
            var catalogue = CatalogueSetup.ReadCatalogue(settings);
            return options.Pairs.Count == 0
                ? [.. catalogue.Listings]
                : [.. options.Pairs.Select(catalogue.Get)];
        }
        catch (Exception error) when (error is UnknownPairException or SettingsException)
        {
            throw BacktestFailedException.Wrong(error.Message);
        }
    }

    private static async Task<PreparedRule> PrepareOtherAsync(
        RuleLibrary library, string nameOrFile, CancellationToken cancellation)
    {
        if (BuiltInScripts.Sources.TryGetValue(nameOrFile, out var source))
            return await library.PrepareAsync(nameOrFile, source, cancellation);
        if (!File.Exists(nameOrFile))
        {
            throw BacktestFailedException.Wrong(
                $"--against: '{nameOrFile}' is neither a file nor a rule that ships: "
                + string.Join(", ", BuiltInScripts.Sources.Keys.Order(StringComparer.Ordinal)));
        }
        return await PrepareAsync(library, nameOrFile, cancellation);
    }

    private static async Task<PreparedRule> PrepareAsync(
        RuleLibrary library, string file, CancellationToken cancellation)
    {
        var (source, problem) = await RuleFile.ReadAsync(file, cancellation);
        if (source is null)
        {
            throw BacktestFailedException.Rejected(
                [$"{file}(1,1): error {RuleDiagnosticId.File}: {problem}"]);
        }
        var rule = await library.PrepareAsync(RuleFile.NameOf(file), source, cancellation);
        return rule.IsReady
            ? rule
            : throw BacktestFailedException.Rejected(
                rule.Compilation.Diagnostics.Select(found => RuleFile.Describe(file, found)));
    }

    private static async Task<T> ReadingAsync<T>(Func<Task<T>> reading)
    {
        try
        {
            return await reading();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The framework's words name the file.
            throw BacktestFailedException.Wrong($"The tape cannot be read: {error.Message}");
        }
    }
}
