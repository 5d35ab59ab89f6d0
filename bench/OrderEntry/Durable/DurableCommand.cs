using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using MarketMaker.Bench.Running;
using MarketMaker.GrainInterfaces;
using Microsoft.Extensions.DependencyInjection;

namespace MarketMaker.Bench.OrderEntry.Durable;

/// <summary>Measures acknowledged orders a second, kills the process in the midst of them, and
/// counts what was kept.</summary>
internal static class DurableCommand
{
    private const int WarmUpSeconds = 5;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10 };
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 64 };
        var command = new Command("durable", "Orders acknowledged after they are on disk.")
        {
            seconds, clients,
        };
        seconds.Validators.Add(option => OptionRange.Check(option, 1, 600));
        clients.Validators.Add(option => OptionRange.Check(option, 1, 1_000));
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(clients), arguments.GetValue(seconds), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        int clients, int seconds, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("market-maker-bench-");
        try
        {
            var storage = Path.Combine(folder.FullName, "data");
            var counts = Path.Combine(folder.FullName, "acknowledged");
            var reports = await Measure(storage, counts, clients, seconds, cancellation);
            Print(clients, reports);
            return await Verify(storage, counts, clients, cancellation) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs the clients in a process of their own and kills it while they send.</summary>
    private static async Task<List<SecondReport>> Measure(
        string storage,
        string counts,
        int clients,
        int seconds,
        CancellationToken cancellation)
    {
        var program = typeof(DurableCommand).Assembly.Location;
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "clients", storage, counts, $"{clients}"])
            {
                RedirectStandardOutput = true,
            })!;
        try
        {
            var reports = new List<SecondReport>();
            while (reports.Count < WarmUpSeconds + seconds)
            {
                var line = await process.StandardOutput.ReadLineAsync(cancellation)
                    ?? throw new InvalidOperationException("The clients' process ended.");
                reports.Add(JsonSerializer.Deserialize<SecondReport>(line)!);
            }
            return reports[WarmUpSeconds..];
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static void Print(int clients, List<SecondReport> reports)
    {
        var orders = reports.Sum(report => report.Orders);
        var transactions = reports.Sum(report => report.Transactions);
        Console.WriteLine($"""
            {Conditions.Line}
            {clients} clients, each waits for its answer; {reports.Count} s after {WarmUpSeconds} s
            orders/s       {orders / reports.Sum(report => report.Seconds),10:N0}
            p50            {Median(reports, report => report.P50Microseconds),10:N0} us
            p99            {Median(reports, report => report.P99Microseconds),10:N0} us
            batch size     {(double)reports.Sum(r => r.Records) / transactions,10:N1} records
            transactions/s {transactions / reports.Sum(report => report.Seconds),10:N0}
            """);
    }

    private static double Median(List<SecondReport> reports, Func<SecondReport, double> select) =>
        reports.Select(select).Order().ElementAt(reports.Count / 2);

    /// <summary>Every acknowledged order bought one lot: the recovered balances must have them.
    /// A client's order that was under way when the process died may be there or not.</summary>
    private static async Task<bool> Verify(
        string storage, string counts, int clients, CancellationToken cancellation)
    {
        using var acknowledged = new Acknowledgements(counts, clients);
        await using var silo = await BenchSilo.Start(storage, cancellation);
        var engine = silo.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IMatchingEngineGrain>(BenchSilo.Pair);
        var (lost, invented, underWay, repeated) = (0L, 0L, 0L, 0);
        for (var client = 0; client < clients; client++)
        {
            var account = ClientsCommand.AccountOf(client);
            var bought = (await engine.GetBalance(account))?.Base.Lots ?? 0;
            lost += Math.Max(0, acknowledged[client] - bought);
            underWay += Math.Max(0, bought - acknowledged[client]);
            invented += Math.Max(0, bought - acknowledged[client] - 1);
            var repeat = await engine.Place(ClientsCommand.Order(client, acknowledged[client]));
            var after = (await engine.GetBalance(account))?.Base.Lots ?? 0;
            repeated += repeat.Result.Filled.Lots == 1 && after == bought ? 1 : 0;
        }
        Console.WriteLine($"""
            killed with SIGKILL after {acknowledged.Total:N0} acknowledged orders
            lost           {lost,10:N0}
            not yet answered, but there {underWay:N0}; never sent, but there {invented:N0}
            last order repeated by its client id: the first answer for {repeated} of {clients}
            """);
        await silo.StopAsync(CancellationToken.None);
        return lost == 0 && invented == 0 && repeated == clients;
    }
}
