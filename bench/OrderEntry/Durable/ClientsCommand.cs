using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using HdrHistogram;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace MarketMaker.Bench.OrderEntry.Durable;

/// <summary>The process that gets killed: a silo, and clients that each send an order as soon as
/// the one before is acknowledged.</summary>
internal static class ClientsCommand
{
    private static readonly Price _price = new(4_000);
    private static readonly AccountId _seller = AccountId.Parse("bench-seller");

    private static readonly long _longest = TimeSpan.FromMinutes(1).Ticks;

    public static Command Create()
    {
        var storage = new Argument<string>("storage");
        var counts = new Argument<string>("counts");
        var clients = new Argument<int>("clients");
        var command = new Command("clients", "Runs until it is killed (started by 'durable').")
        {
            storage, counts, clients,
        };
        command.Hidden = true;
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetRequiredValue(storage),
            arguments.GetRequiredValue(counts),
            arguments.GetRequiredValue(clients),
            cancellation));
        return command;
    }

    public static AccountId AccountOf(int client) => AccountId.Parse($"bench-client-{client}");

    /// <summary>A client's order of a number: it buys one lot.</summary>
    public static NewOrder Order(int client, long number) =>
        new(AccountOf(client), Side.Buy, OrderKind.ImmediateOrCancel, _price, new Quantity(1))
        {
            ClientId = ClientOrderId.Parse($"{client}-{number}"),
        };

    private static async Task<int> RunAsync(
        string storage, string counts, int clients, CancellationToken cancellation)
    {
        await using var silo = await BenchSilo.Start(storage, cancellation);
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var writer = silo.Services.GetRequiredService<JournalWriter>();
        // Its maker keeps its books of every trade, but does not quote: all trade with the seller.
        await grains.GetGrain<IPairMakerGrain>(BenchSilo.Pair).SetMode(MakerMode.Stopped);
        var engine = grains.GetGrain<IMatchingEngineGrain>(BenchSilo.Pair);
        await Supply(engine, clients);
        using var acknowledged = new Acknowledgements(counts, clients);
        var latency = new LongConcurrentHistogram(1, _longest, 3);
        _ = Enumerable.Range(0, clients)
            .Select(client => Task.Run(
                () => Send(engine, client, acknowledged, latency, cancellation), cancellation))
            .ToArray();
        var (time, transactions, records) =
            (Stopwatch.GetTimestamp(), writer.Transactions, writer.Records);
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            var elapsed = Stopwatch.GetElapsedTime(time).TotalSeconds;
            Console.WriteLine(JsonSerializer.Serialize(new SecondReport(
                elapsed,
                latency.TotalCount,
                latency.GetValueAtPercentile(50) / 10.0,
                latency.GetValueAtPercentile(99) / 10.0,
                writer.Transactions - transactions,
                writer.Records - records)));
            latency.Reset();
            (time, transactions, records) =
                (Stopwatch.GetTimestamp(), writer.Transactions, writer.Records);
        }
        return 0;
    }

    private static async Task Supply(IMatchingEngineGrain engine, int clients)
    {
        var stock = new Quantity(100_000_000_000);
        await engine.OpenAccount(_seller, stock, Notional.Zero, default);
        // More than one order: none may be larger than the pair's largest.
        for (var i = 0; i < 200; i++)
        {
            await engine.Place(new NewOrder(
                _seller, Side.Sell, OrderKind.Limit, _price, new Quantity(100_000_000)));
        }
        for (var client = 0; client < clients; client++)
        {
            await engine.OpenAccount(
                AccountOf(client), default, new Notional(1_000_000_000_000), default);
        }
    }

    private static async Task Send(
        IMatchingEngineGrain engine,
        int client,
        Acknowledgements acknowledged,
        LongConcurrentHistogram latency,
        CancellationToken cancellation)
    {
        for (var i = 1L; !cancellation.IsCancellationRequested; i++)
        {
            var order = Order(client, i);
            var start = Stopwatch.GetTimestamp();
            var reply = await engine.Place(order);
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (reply.Result.Filled != order.Quantity)
            {
                throw new InvalidOperationException(
                    $"Order {order.ClientId} was not filled: {reply.Result}.");
            }
            acknowledged[client] = i;
            latency.RecordValue(Math.Clamp(elapsed.Ticks, 1, _longest));
        }
    }
}
