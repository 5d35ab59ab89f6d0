namespace MarketMaker.Bench.Matching;

/// <summary>What the program was asked to do.</summary>
internal sealed class BenchArguments
{
    public const string Usage = """
        Usage:
          dotnet run -c Release --project bench/Matching -- [--json] [--passes N] FILE...
              Answers each workload file with the bare core, the full engine and the naive twin,
              and measures them: N passes of each in turn, 5 to 1000 (9 if not given).
          dotnet run -c Release --project bench/Matching -- --generate mix|mm N SEED OUT
              Writes a workload of N commands (mm: of at most N), 1 to 50000000, to OUT.
        """;

    public bool IsJson { get; private set; }

    public int Passes { get; private set; } = 9;

    public List<string> Files { get; } = [];

    /// <summary>Which workload to write, or null to measure.</summary>
    public string? Generate { get; private set; }

    public int Count { get; private set; }

    public ulong Seed { get; private set; }

    public string Output { get; private set; } = "";

    /// <summary>Reads the command line.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Read(ReadOnlySpan<string> arguments)
    {
        if (arguments is ["--generate", .. var rest])
            return ReadGenerate(rest);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--json":
                    IsJson = true;
                    break;
                case "--passes":
                    if (++i == arguments.Length || !TryReadPasses(arguments[i]))
                        return "--passes wants a number from 5 to 1000.";
                    break;
                case ['-', ..]:
                    return $"Unknown option '{arguments[i]}'.";
                default:
                    Files.Add(arguments[i]);
                    break;
            }
        }
        return Files.Count == 0 ? "No workload file is given." : null;
    }

    private bool TryReadPasses(string text)
    {
        var isNumber = int.TryParse(text, out var passes) && passes is >= 5 and <= 1000;
        Passes = passes;
        return isNumber;
    }

    private string? ReadGenerate(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var kind, var count, var seed, var output])
            return "--generate wants a workload, a count, a seed and a file.";
        if (kind is not ("mix" or "mm"))
            return $"Unknown workload '{kind}': expected mix or mm.";
        if (!int.TryParse(count, out var commands) || commands is < 1 or > 50_000_000)
            return $"'{count}' is not a number of commands from 1 to 50000000.";
        if (!ulong.TryParse(seed, out var start))
            return $"'{seed}' is not a seed: expected 0 to {ulong.MaxValue}.";
        (Generate, Count, Seed, Output) = (kind, commands, start, output);
        return null;
    }
}
