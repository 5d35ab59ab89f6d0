using MarketMaker.Bench.Matching.Measuring;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching;

/// <summary>The program, without its console.</summary>
internal static class MatchingBench
{
    public const int Success = 0;

    /// <summary>The markets' answers differ, or could not be written.</summary>
    public const int Failure = 1;

    /// <summary>The arguments, or a file among them, are wrong; nothing was measured.</summary>
    public const int BadInput = 2;

    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        var read = new BenchArguments();
        if (read.Read(arguments) is { } wrong)
        {
            errors.WriteLine(wrong);
            errors.WriteLine(BenchArguments.Usage);
            return BadInput;
        }
        try
        {
            return read.Generate is null
                ? Measure(read, output, errors)
                : Generate(read, read.Generate, errors);
        }
        catch (Exception e) when (e is WorkloadException or IOException
            or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return BadInput;
        }
    }

    private static int Generate(BenchArguments read, string kind, TextWriter errors)
    {
        var commands = kind == "mix"
            ? new MixGenerator(read.Seed).Generate(read.Count)
            : new MakerGenerator(read.Seed).Generate(read.Count);
        using (var file = File.Create(read.Output))
            new Workload(read.Output, commands).Write(file);
        errors.WriteLine($"{read.Output}: {commands.Length} commands");
        return Success;
    }

    private static int Measure(BenchArguments read, TextWriter output, TextWriter errors)
    {
        // All are read before any is measured: a bad one is known at once.
        var workloads = read.Files.ConvertAll(Workload.Read);
        var report = new BenchReport(output, errors, read.IsJson);
        report.Conditions(read.Passes);
        var agreed = true;
        foreach (var workload in workloads)
        {
            var measurements = Contest.Run(workload, read.Passes, out var unfit);
            report.Add(workload, measurements, unfit);
            agreed &= measurements.TrueForAll(x => x.Sha256 == measurements[0].Sha256);
        }
        // As long as the workloads take, so that a tiny file is a tiny run.
        var ticks = Math.Clamp(workloads.Max(x => x.Commands.Length) / 10, 10, 200_000);
        report.AddMassQuote(
            TickTimer.Measure("bare", new BareQuoteTick().Pass, read.Passes, ticks),
            TickTimer.Measure("full", new MassQuoteTick().Pass, read.Passes, ticks));
        if (agreed)
            return Success;
        errors.WriteLine("The markets' answers differ.");
        return Failure;
    }
}
