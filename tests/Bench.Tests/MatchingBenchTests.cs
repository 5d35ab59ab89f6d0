using System.Text.Json;
using MarketMaker.Bench.Matching;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Tests;

public sealed class MatchingBenchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string File => Path.Combine(_folder, "workload.bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("mix", 3000)]
    [InlineData("mm", 2995)]
    public void A_generated_file_is_measured_as_json(string kind, int commands)
    {
        Assert.Equal(0, Run("--generate", kind, "3000", "1", File));
        Assert.Equal(commands, Workload.Read(File).Commands.Length);

        Assert.Equal(0, Run("--json", "--passes", "5", File));

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var objects = lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(
            ["bare", "full", "naive"], objects.Select(x => x.GetProperty("variant").GetString()));
        Assert.Single(objects.Select(x => x.GetProperty("sha256").GetString()).Distinct());
        Assert.All(objects, x =>
        {
            Assert.Equal(File, x.GetProperty("file").GetString());
            var median = x.GetProperty("nsMedian").GetDouble();
            Assert.InRange(
                median, x.GetProperty("nsMin").GetDouble(), x.GetProperty("nsMax").GetDouble());
            Assert.True(x.GetProperty("bytesPerMessage").GetDouble() >= 0);
        });
        Assert.Contains("replaced by one mass quote", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_names_file_variants_and_conditions()
    {
        Run("--generate", "mix", "100", "1", File);

        Assert.Equal(0, Run(File));

        var text = _output.ToString();
        foreach (var expected in (string[])
            [$"{File}: 100 messages", "bare ", "full ", "naive ", "9 interleaved passes", "cores"])
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No workload file is given.")]
    [InlineData("Unknown option '--fast'.", "--fast", "x")]
    [InlineData("--passes wants a number from 5 to 1000.", "--passes", "4", "x")]
    [InlineData("--passes wants a number from 5 to 1000.", "--passes")]
    [InlineData("--generate wants a workload, a count, a seed and a file.", "--generate", "mix")]
    [InlineData("Unknown workload 'max': expected mix or mm.", "--generate", "max", "1", "1", "x")]
    [InlineData(
        "'0' is not a number of commands from 1 to 50000000.", "--generate", "mm", "0", "1", "x")]
    [InlineData(
        "'-1' is not a seed: expected 0 to 18446744073709551615.",
        "--generate", "mm", "1", "-1", "x")]
    public void Wrong_arguments_are_named(string expected, params string[] arguments)
    {
        var code = Run(arguments);

        Assert.Equal((2, ""), (code, _output.ToString()));
        Assert.Equal(expected, _errors.ToString().Split(Environment.NewLine)[0]);
    }

    [Theory]
    [InlineData(7, -1, 0, "byte 7: ends inside the header of 16 bytes")]
    [InlineData(96, 0, 0x32, "byte 0: begins with 0x4D4542575F303032, not 0x4D4542575F303031")]
    [InlineData(96, 8, 2, "byte 8: has version 2, not 1")]
    [InlineData(95, -1, 0, "byte 95: ends there; 2 records were announced, which is 96 bytes")]
    [InlineData(97, -1, 0, "byte 96: goes on after the 2 records that were announced")]
    [InlineData(96, 56, 3, "byte 56: record 1: type 3, expected 0 to 2")]
    [InlineData(96, 17, 2, "byte 17: record 0: side 2, expected 0 or 1")]
    [InlineData(96, 58, 9, "byte 58: record 1: ioc 9, expected 0 or 1")]
    public void A_damaged_file_is_named_with_the_byte(
        int length, int at, byte value, string expected)
    {
        Run("--generate", "mix", "2", "1", File);
        var bytes = System.IO.File.ReadAllBytes(File);
        Array.Resize(ref bytes, length);
        if (at >= 0)
            bytes[at] = value;
        System.IO.File.WriteAllBytes(File, bytes);
        _errors.GetStringBuilder().Clear();

        var code = Run(File);

        Assert.Equal((2, ""), (code, _output.ToString()));
        Assert.Equal($"{File}: {expected}{Environment.NewLine}", _errors.ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var code = Run("--json", File);

        Assert.Equal(2, code);
        Assert.Contains(File, _errors.ToString(), StringComparison.Ordinal);
    }

    private int Run(params string[] arguments) => MatchingBench.Run(arguments, _output, _errors);
}
