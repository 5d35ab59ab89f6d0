using System.CommandLine;
using System.CommandLine.Parsing;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Recording;

namespace MarketMaker.Silo.Recording;

/// <summary>The command line of <c>record</c>. Exit codes: 0 recorded until told to stop, 1 wrong
/// arguments, or the tape could not be written.</summary>
internal static class RecordCommand
{
    private static readonly TimeSpan _longestDuration = TimeSpan.FromDays(365);

    private static readonly TapeLimits _defaults = new();

    private static readonly Option<RecordedVenue> _venue = new("--venue")
    {
        Description = "Whose frames: binance or okx.",
        DefaultValueFactory = _ => RecordedVenue.Binance,
        CustomParser = ReadVenue,
    };

    private static readonly Option<string[]> _symbols = new("--symbols")
    {
        Description = "The venue's names, such as BTCUSDT,ETHUSDT or, for okx, BTC-USDT; up to "
            + $"{RecorderOptions.MaxSymbols}.",
        Required = true,
        CustomParser = ReadSymbols,
    };

    private static readonly Option<DirectoryInfo> _out = new("--out")
    {
        Description = "The folder of the tape; made if missing.",
        DefaultValueFactory = _ => new DirectoryInfo("tape"),
    };

    private static readonly Option<long?> _rotateSize = new("--rotate-size")
    {
        Description = "A file of that size on disk is completed; from 4K, by default 64M.",
        CustomParser = x => OptionText.ReadSize(
            x, TapeLimits.LeastRotateBytes, TapeLimits.MostBytes / 2),
    };

    private static readonly Option<TimeSpan?> _rotateEvery = new("--rotate-every")
    {
        Description = "A file of that age is completed, such as 10m; 1s to 1d, by default 1h.",
        CustomParser = x => OptionText.ReadSpan(x, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
    };

    private static readonly Option<long?> _maxSize = new("--max-size")
    {
        Description = "All the venue's files in the folder; beyond it the oldest are deleted. At "
            + "least twice --rotate-size, by default 4G.",
        CustomParser = x => OptionText.ReadSize(
            x, 2 * TapeLimits.LeastRotateBytes, TapeLimits.MostBytes),
    };

    private static readonly Option<TimeSpan?> _duration = new("--duration")
    {
        Description = "Stops after that time, such as 30s, 10m or 8h; otherwise at Ctrl-C.",
        CustomParser = x => OptionText.ReadSpan(x, TimeSpan.FromSeconds(1), _longestDuration),
    };

    private static readonly Option<Uri?> _url = new("--url")
    {
        Description = "Another endpoint of the venue, ws:// or wss://.",
        CustomParser = ReadUrl,
    };

    public static Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("Writes down what a venue sends, as a tape for replays.")
        {
            _venue, _symbols, _out, _rotateSize, _rotateEvery, _maxSize, _duration, _url,
        };
        command.SetAction(RunAsync);
        var configuration = new InvocationConfiguration
        {
            // The tape's end is written before the process ends, however slow the disk is.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        return command.Parse(args).InvokeAsync(configuration);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new RecorderOptions
        {
            Venue = parsed.GetRequiredValue(_venue),
            Symbols = parsed.GetRequiredValue(_symbols),
            Folder = parsed.GetRequiredValue(_out).FullName,
            Url = parsed.GetValue(_url),
            Limits = new TapeLimits
            {
                RotateBytes = parsed.GetValue(_rotateSize) ?? _defaults.RotateBytes,
                RotateEvery = parsed.GetValue(_rotateEvery) ?? _defaults.RotateEvery,
                MaxBytes = parsed.GetValue(_maxSize) ?? _defaults.MaxBytes,
            },
        };
        if (Contradiction(options) is not { } contradiction)
            return await RecordRun.RunAsync(options, parsed.GetValue(_duration), cancellation);
        await Console.Error.WriteLineAsync(contradiction);
        return 1;
    }

    /// <summary>What is wrong with options that are right one by one; null if nothing is.
    /// </summary>
    private static string? Contradiction(RecorderOptions options)
    {
        if (options.Limits.MaxBytes / 2 < options.Limits.RotateBytes)
            return "--max-size must be at least twice --rotate-size.";
        var isOkx = options.Venue == RecordedVenue.Okx;
        var strange = options.Symbols.FirstOrDefault(
            symbol => symbol.Contains('-', StringComparison.Ordinal) != isOkx);
        return strange is null
            ? null
            : $"--symbols: '{strange}' is not a name of {options.Venue.Name}'s: BTCUSDT is "
                + "binance's, BTC-USDT okx's.";
    }

    private static RecordedVenue? ReadVenue(ArgumentResult argument)
    {
        var name = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        var venue = RecordedVenue.All.FirstOrDefault(x => x.Name == name);
        if (venue is null)
            argument.AddError("--venue must be binance or okx.");
        return venue;
    }

    private static string[] ReadSymbols(ArgumentResult argument)
    {
        string[] symbols =
        [
            .. argument.Tokens.SelectMany(token => token.Value.Split(',')).Distinct(),
        ];
        if (symbols.Length is 0 or > RecorderOptions.MaxSymbols)
        {
            argument.AddError(
                $"--symbols must name 1 to {RecorderOptions.MaxSymbols} symbols.");
        }
        foreach (var symbol in symbols.Where(symbol => !Instrument.IsSymbol(symbol)))
            argument.AddError($"--symbols: '{symbol}' is not a symbol such as BTCUSDT.");
        return symbols;
    }

    private static Uri? ReadUrl(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss")
            return url;
        argument.AddError("--url must be a ws:// or wss:// address.");
        return null;
    }
}
