using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MarketMaker.Bench.Running;
using MarketMaker.Bench.Strategies.Clusters;
using MarketMaker.GrainInterfaces;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Bench.Strategies.Rollouts;

/// <summary>Measures how long a new source takes to quote on every pair of a cluster.</summary>
internal static class RolloutCommand
{
    private const string Rule = "rolled-out";
    private const int TicksPerSecond = 10;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private static readonly string _source = BuiltInScripts.Sources["house-ladder"];

    public static Command Create()
    {
        var pairs = new Option<int>("--pairs")
        {
            Description = "How many pairs use the rule.", DefaultValueFactory = _ => 100,
        };
        var silos = new Option<int>("--silos")
        {
            Description = "How many silos they live on.", DefaultValueFactory = _ => 2,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many versions, one after the other.",
            DefaultValueFactory = _ => 5,
        };
        var json = new Option<bool>("--json") { Description = "One object a line." };
        pairs.Validators.Add(option => OptionRange.Check(option, 1, 1_000));
        silos.Validators.Add(option => OptionRange.Check(option, 1, 8));
        rounds.Validators.Add(option => OptionRange.Check(option, 1, 100));
        var command = new Command("rollout", "How long a source takes to quote everywhere.")
        {
            pairs, silos, rounds, json,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(pairs), arguments.GetValue(silos), arguments.GetValue(rounds),
            arguments.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        int pairs, int silos, int rounds, bool isJson, CancellationToken cancellation)
    {
        await using var cluster = await BenchCluster.Start((short)silos, pairs, TicksPerSecond);
        await cluster.Upload(Rule, _source);
        for (var i = 0; i < pairs; i++)
            await cluster.Quote(BenchCluster.Pair(i), Rule, cancellation);
        if (!isJson)
            await Console.Out.WriteLineAsync(Head);
        for (var round = 1; round <= rounds; round++)
        {
            var measured = await Measure(cluster, silos, pairs, round);
            await Console.Out.WriteLineAsync(
                isJson ? JsonSerializer.Serialize(measured, _json) : Row(measured));
        }
        return 0;
    }

    private static async Task<RolloutMeasurement> Measure(
        BenchCluster cluster, int silos, int pairs, int round)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var version = await cluster.Upload(Rule, $"{_source}\n// Round {round}.\n");
        var upload = Stopwatch.GetElapsedTime(startedAt);
        await cluster.Activate(Rule, version);
        var total = Stopwatch.GetElapsedTime(startedAt);
        var (there, missed) = (0, 0L);
        for (var i = 0; i < pairs; i++)
        {
            var maker = cluster.Grains.GetGrain<IPairMakerGrain>(BenchCluster.Pair(i));
            var status = await maker.GetStatus();
            there += status.StrategyVersion == version && status.IsQuoting ? 1 : 0;
            missed += (await maker.GetStatistics()).MissedTicks;
        }
        return new RolloutMeasurement(
            silos,
            pairs,
            Math.Round(upload.TotalMilliseconds, 1),
            Math.Round((total - upload).TotalMilliseconds, 1),
            Math.Round(total.TotalMilliseconds, 1),
            there,
            missed);
    }

    private static string Head =>
        $"""
        {Conditions.Line}

        {"silos",5} {"pairs",6} {"upload",10} {"activate",10} {"total",10} {"there",6} {"missed",7}
        """;

    private static string Row(RolloutMeasurement x) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{x.Silos,5} {x.Pairs,6} {x.UploadMs,7:F1} ms {x.ActivateMs,7:F1} ms ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{x.TotalMs,7:F1} ms {x.PairsOnNewVersion,6} {x.MissedTicks,7}");
}
