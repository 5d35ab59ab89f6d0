using System.Text.Json;
using MarketMaker.Bench.Matching.Measuring;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching;

/// <summary>Writes the measurements: as tables for people, or as JSON, one object a line, and all
/// else to the errors.</summary>
internal sealed class BenchReport(TextWriter output, TextWriter errors, bool isJson)
{
    private readonly TextWriter _people = isJson ? errors : output;

    public void Conditions(int passes)
    {
        _people.WriteLine(Running.Conditions.Line);
        _people.WriteLine(
            $"{passes} interleaved passes after warm-up; processor time of the process, one "
            + "thread.");
    }

    public void Add(Workload workload, List<Measurement> measurements, string? unfit)
    {
        if (isJson)
        {
            foreach (var measurement in measurements)
                output.WriteLine(Json(workload, measurement));
        }
        else
        {
            Table(workload, measurements);
        }
        if (unfit is not null)
            _people.WriteLine($"{workload.Name}: not measured in full: {unfit}.");
    }

    public void AddMassQuote(Measurement bare, Measurement full)
    {
        _people.WriteLine("\nA ladder of 10 + 10 quotes replaced by one mass quote:");
        AddTick(bare, "the book alone, no price stays");
        AddTick(full, "MatchingEngine.MassQuote, the middle moves by up to 2 ticks");
    }

    private void AddTick(Measurement tick, string what) =>
        _people.WriteLine(
            $"{tick.Variant,-6} {tick.Median:F0} ns ({tick.Least:F0}-{tick.Most:F0}), "
            + $"{tick.BytesPerMessage:F2} bytes: {what}");

    private void Table(Workload workload, List<Measurement> measurements)
    {
        var slowest = measurements[^1].Median;
        output.WriteLine($"\n{workload.Name}: {workload.Commands.Length:N0} messages");
        output.WriteLine(
            "        ns/message (min-max)      bytes/message  naive/this  SHA-256 of the reports");
        foreach (var x in measurements)
        {
            var range = $"({x.Least:F1}-{x.Most:F1})";
            output.WriteLine(
                $"{x.Variant,-6} {x.Median,8:F1} {range,-18} {x.BytesPerMessage,13:F2} "
                + $"{slowest / x.Median,10:F1}x  {x.Sha256}");
        }
    }

    private static string Json(Workload workload, Measurement measurement) =>
        JsonSerializer.Serialize(new
        {
            file = workload.Name,
            variant = measurement.Variant,
            sha256 = measurement.Sha256,
            nsMedian = Math.Round(measurement.Median, 2),
            nsMin = Math.Round(measurement.Least, 2),
            nsMax = Math.Round(measurement.Most, 2),
            bytesPerMessage = Math.Round(measurement.BytesPerMessage, 3),
        });
}
