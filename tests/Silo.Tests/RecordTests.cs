using System.Diagnostics;
using System.IO.Compression;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Tests;

/// <summary>The recorder's command line, with real processes and a venue in the test's.</summary>
public sealed class RecordTests : IDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recording_ends_whole_when_it_is_told_to()
    {
        await using var venue = new SimulatedVenue(new SteadyVenue());
        await venue.StartAsync();
        using var process = Record(venue.Url);
        await venue.WaitForSubscribersAsync(["btcusdt@bookTicker", "btcusdt@trade"])
            .WaitAsync(_patience);
        // The gzip's header is written with the first frames.
        using var limit = new CancellationTokenSource(_patience);
        while (Directory.GetFiles(_folder.Path).All(file => new FileInfo(file).Length == 0))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        using var kill = Process.Start("kill", $"-{Terminate} {process.Id}");
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(_patience);
        await process.WaitForExitAsync().WaitAsync(_patience);

        Assert.Equal(0, process.ExitCode);
        Assert.Matches(@"frames dropped +0\n", output);
        var tape = Assert.Single(Directory.GetFiles(_folder.Path));
        var lines = ReadWhole(tape);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(
            @"^\d{19} \{""stream"":""btcusdt@bookTicker"",""data"":\s*\{""u"":", line));
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_ends_the_recording_with_the_reason()
    {
        await using var venue = new SimulatedVenue(new FloodVenue());
        await venue.StartAsync();
        // A limit on the length of files stands for a full disk; the runtime maps a larger one at
        // its start unless it is told not to.
        var start = Start(
            "bash",
            [
                "-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "-", "dotnet",
                Repository.Program, .. Arguments(venue.Url),
            ]);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(_patience);
        await process.WaitForExitAsync().WaitAsync(_patience);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("cannot be written: ", error, StringComparison.Ordinal);
        var (lines, isCut) = Read(Assert.Single(Directory.GetFiles(_folder.Path)));
        Assert.NotEmpty(lines);
        Assert.True(isCut);
    }

    [Theory]
    [InlineData("--venue", "--symbols", "btcusdt", "--venue", "nyse", "--rotate-every", "0s")]
    [InlineData("BTC-USDT", "--symbols", "BTC-USDT")]
    [InlineData("--max-size", "--symbols", "BTCUSDT", "--max-size", "100M", "--rotate-size", "51M")]
    [InlineData("--duration", "--symbols", "BTCUSDT", "--duration", "soon", "--rotate-size", "1K")]
    [InlineData("--url", "--symbols", "BTCUSDT", "--url", "http://localhost")]
    [InlineData("taken", "--symbols", "BTCUSDT", "--out", "taken")]
    public async Task Wrong_arguments_are_named(string named, params string[] args)
    {
        _folder.File("taken", "");
        var given = args.Select(x => x == "taken" ? Path.Combine(_folder.Path, x) : x);

        var result = await Command.Run(["record", .. given]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    private Process Record(Uri url) =>
        Process.Start(Start("dotnet", [Repository.Program, .. Arguments(url)]))!;

    private string[] Arguments(Uri url) =>
        ["record", "--symbols", "BTCUSDT", "--out", _folder.Path, "--url", url.ToString()];

    private static ProcessStartInfo Start(string program, IEnumerable<string> args) =>
        new(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>The lines of a tape that must have its end: gzip's own program checks it.</summary>
    private static List<string> ReadWhole(string path)
    {
        using var check = Process.Start("gzip", ["-t", path]);
        check.WaitForExit();
        Assert.Equal(0, check.ExitCode);
        return Read(path).Lines;
    }

    private static (List<string> Lines, bool IsCut) Read(string path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = new List<string>();
        try
        {
            while (reader.ReadLine() is { } line)
                lines.Add(line);
            return (lines, false);
        }
        catch (InvalidDataException)
        {
            return (lines, true);
        }
    }
}
