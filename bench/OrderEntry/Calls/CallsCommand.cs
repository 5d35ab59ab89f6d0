using System.CommandLine;
using MarketMaker.Bench.Running;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.Grpc;
using Microsoft.Extensions.DependencyInjection;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>Measures one call at a time: from a grain beside the market, and over HTTP and gRPC on
/// loopback.</summary>
internal static class CallsCommand
{
    public static AccountId Account { get; } = AccountId.Parse("bench-maker");

    public static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 20_000 };
        var command = new Command("calls", "The latency of single calls, by the way they take.")
        {
            count,
        };
        count.Validators.Add(option => OptionRange.Check(option, 10, 1_000_000));
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(count), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int count, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("market-maker-bench-");
        try
        {
            await using var silo = await BenchSilo.Start(folder.FullName, cancellation);
            var grains = silo.Services.GetRequiredService<IGrainFactory>();
            await grains.GetGrain<IMatchingEngineGrain>(BenchSilo.Pair).OpenAccount(
                Account, new Quantity(1_000_000_000), new Notional(1_000_000_000_000));
            Console.WriteLine($"""
                {Conditions.Line}
                one call at a time, {count:N0} of each kind after {count / 2:N0} that are not timed

                """);
            Console.WriteLine($"{"way",-24} {"call",-18} {"p50 us",10} {"p99 us",10}");
            var direct = await grains.GetGrain<ICallerGrain>(BenchSilo.Pair).Measure(count);
            Print("direct, from a grain", direct);
            using var grpc = new GrpcCalls(
                new Uri(silo.Services.GetRequiredService<GrpcFront>().Urls.First()));
            Print("gRPC", await CallMeasurement.Run(grpc, count));
            using var http = new HttpCalls(new Uri(silo.Urls.First()));
            Print("HTTP", await CallMeasurement.Run(http, count));
            await silo.StopAsync(CancellationToken.None);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(string way, IEnumerable<CallLatency> latencies)
    {
        foreach (var latency in latencies)
        {
            Console.WriteLine(
                $"{way,-24} {latency.Operation,-18} "
                + $"{latency.P50Microseconds,10:N1} {latency.P99Microseconds,10:N1}");
        }
    }
}
