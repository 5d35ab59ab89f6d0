using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MarketMaker.Bench.Running;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;

namespace MarketMaker.Bench.Feeds.Faults;

/// <summary>Measures the gap that each fault of a venue leaves in its prices.</summary>
internal static class FaultsCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private static readonly string[] _adapters = [BinanceFeed.Name, OkxFeed.Name];

    public static Command Create(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var only = new Option<string[]>("--only")
        {
            Description = "The faults to run, as the table calls them; all if not given.",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong([.. FaultCase.All.Select(x => x.Name)]);
        var adapter = new Option<string[]>("--adapter")
        {
            Description = "The adapters to run; all if not given.",
            AllowMultipleArgumentsPerToken = true,
        };
        adapter.AcceptOnlyFromAmong(_adapters);
        var command = new Command("faults", "The gap in ms that each fault leaves, by adapter.")
        {
            json, only, adapter,
        };
        command.SetAction((arguments, cancel) => RunAsync(
            Chosen(arguments.GetValue(adapter), _adapters),
            Chosen(arguments.GetValue(only), [.. FaultCase.All.Select(x => x.Name)]),
            arguments.GetValue(json), output, cancel));
        return command;
    }

    private static string[] Chosen(string[]? named, string[] all) =>
        named is { Length: > 0 } ? named : all;

    private static async Task<int> RunAsync(
        string[] adapters, string[] faults, bool isJson, TextWriter output,
        CancellationToken cancel)
    {
        if (!isJson)
        {
            await output.WriteLineAsync(Conditions.Line);
            await output.WriteLineAsync(
                "two lines as shipped, venue and adapter in one process, 200 quotes a second\n");
            await output.WriteLineAsync(
                $"{"adapter",-10} {"fault",-18} {"gap ms",10} {"detected",9} {"recovered",10}");
        }
        var isWhole = true;
        foreach (var adapter in adapters)
        {
            foreach (var illness in FaultCase.All.Where(x => faults.Contains(x.Name)))
            {
                var result = await new FaultTrial(adapter, illness).RunAsync(cancel);
                await output.WriteLineAsync(
                    isJson ? JsonSerializer.Serialize(result, _json) : Row(result));
                isWhole &= result is { Detected: true, Recovered: true };
            }
        }
        return isWhole ? 0 : 1;
    }

    private static string Row(FaultResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Adapter,-10} {result.Fault,-18} {result.GapMs,10:N1} "
        + $"{(result.Detected ? "yes" : "NO"),9} {(result.Recovered ? "yes" : "NO"),10}");
}
