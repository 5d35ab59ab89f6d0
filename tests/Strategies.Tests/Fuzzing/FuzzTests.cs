extern alias fuel;

using fuel::MarketMaker.Strategies.Fuel;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;
using Xunit.Abstractions;

namespace MarketMaker.Strategies.Tests.Fuzzing;

/// <summary>Random scripts through the whole pipeline, for a bounded time.</summary>
/// <remarks>A failure prints its seed and the script: <c>FUZZ_SEED=… FUZZ_SECONDS=…</c> repeat and
/// prolong the run.</remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultSeconds = 10;

    [Fact]
    public void Whatever_is_written_is_refused_or_runs_within_its_steps()
    {
        var seed = Setting("FUZZ_SEED", Random.Shared.Next());
        var time = TimeProvider.System;
        var end = time.GetTimestamp()
            + Setting("FUZZ_SECONDS", DefaultSeconds) * time.TimestampFrequency;
        output.WriteLine($"FUZZ_SEED={seed}");
        var generator = new ProgramGenerator(new Random(seed));
        var (accepted, refused, faulty, number) = (0, 0, 0, 0);
        while (accepted == 0 || refused == 0 || time.GetTimestamp() < end)
        {
            var source = generator.Next();
            number++;
            try
            {
                var compilation = Compile(source);
                if (compilation.Accepted)
                    accepted++;
                else
                    refused++;
                if (compilation.Accepted && !Run(compilation))
                    faulty++;
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"FUZZ_SEED={seed}, script {number}:\n{source}", failure);
            }
        }
        output.WriteLine(
            $"{number} scripts: {accepted} accepted, of them {faulty} with faults; "
            + $"{refused} refused");
    }

    private static RuleCompilation Compile(string source)
    {
        var first = RuleCompiler.Compile("fuzz", source, CancellationToken.None);
        var errors = first.Diagnostics.Where(each => each.Severity == RuleSeverity.Error).ToArray();

        Assert.Equal(first.Accepted, errors.Length == 0);
        // What the compiler makes of an allowed script, the verifier allows.
        Assert.DoesNotContain(errors, each => each.Id == RuleDiagnosticId.Image);
        Assert.All(errors, each => Assert.InRange(each.Line, 1, source.Split('\n').Length));
        if (first.Accepted)
        {
            var again = RuleCompiler.Compile("fuzz", source, CancellationToken.None);
            Assert.Equal(first.Image, again.Image);
        }
        return first;
    }

    /// <summary>Runs a few ticks.</summary>
    /// <returns>Whether none had a fault.</returns>
    private static bool Run(RuleCompilation compilation)
    {
        var assembly = RuleAssembly.Load(
            compilation.Name, compilation.Version, compilation.Image);
        var sound = true;
        try
        {
            var rule = assembly.CreateRule();
            for (var tick = 0; tick < 5; tick++)
                sound &= Survives(() => rule.OnTick(new Tick { Mid = 100 + tick }, new Quotes()));
        }
        catch (Exception fault) when (IsFaultOfRule(fault))
        {
            sound = false;
        }
        finally
        {
            assembly.Unload();
        }
        return sound;
    }

    private static bool Survives(Action tick)
    {
        try
        {
            tick();
            Assert.InRange(FuelTank.Left, 0, 5_000);
            return true;
        }
        catch (Exception fault) when (IsFaultOfRule(fault))
        {
            // The step that was one too many is the last: nothing goes on behind it.
            Assert.InRange(FuelTank.Left, -1, 5_000);
            return false;
        }
    }

    private static bool IsFaultOfRule(Exception fault) => fault is
        FuelExhaustedException or ArithmeticException or IndexOutOfRangeException
        or ArgumentException or NullReferenceException;

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
