using System.Diagnostics;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Workers;

namespace MarketMaker.Strategies.Tests.Workers;

/// <summary>The process that compiles rules, as it lives and dies.</summary>
public sealed class WorkerCompilerTests
{
    private const string Bidder = "void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid - 1, 1);";
    private const string Stop = "-STOP";
    private const string Continue = "-CONT";
    private const string End = "-KILL";

    [Fact]
    public async Task It_compiles_as_this_process_would_and_stays_warm()
    {
        using var compiler = Compiler(new WorkerLimits());

        var first = await Compile(compiler, Bidder);
        var process = compiler.ProcessId;
        var broken = await Compile(compiler, "void OnTick(in Tick t, Quotes q) { q.Bid(1) }");

        var local = RuleCompiler.Compile("bidder", Bidder, CancellationToken.None);
        Assert.Equal(local.Image, first.Image);
        Assert.Equal((local.Name, local.Version), (first.Name, first.Version));
        Assert.Equal(("CS1002", 1, 45), Only(broken));
        Assert.Equal((process, 0), (compiler.ProcessId, compiler.Lost));
    }

    [Fact]
    public async Task A_process_that_hangs_is_killed_and_replaced()
    {
        using var compiler = Compiler(new WorkerLimits { Deadline = TimeSpan.FromSeconds(5) });
        await Compile(compiler, Bidder);
        await Signal(Stop, compiler.ProcessId!.Value);

        var hung = await Compile(compiler, Bidder + " ");
        var next = await Compile(compiler, Bidder);

        Assert.Equal(
            "error MM0012 (1,1): The rule takes longer than 5 s to compile and try; its compiler "
            + "was stopped.",
            Assert.Single(hung.Diagnostics).ToString());
        Assert.True(next.Accepted);
        Assert.Equal(1, compiler.Lost);
    }

    [Fact]
    public async Task A_process_that_has_died_meanwhile_is_replaced_without_a_word()
    {
        using var compiler = Compiler(new WorkerLimits());
        await Compile(compiler, Bidder);
        var process = compiler.ProcessId!.Value;
        await Signal(Stop, process);
        var asked = Compile(compiler, Bidder + " ");

        await Signal(End, process);

        Assert.True((await asked).Accepted);
        Assert.NotEqual(process, compiler.ProcessId);
    }

    [Fact]
    public async Task A_process_that_grows_is_killed()
    {
        using var compiler = Compiler(new WorkerLimits { ResidentBytes = 1 << 20 });

        var compilation = await Compile(compiler, Bidder);

        Assert.Equal("MM0012", Assert.Single(compilation.Diagnostics).Id);
        Assert.Null(compiler.ProcessId);
    }

    [Fact]
    public async Task A_process_gets_so_many_questions_and_no_more()
    {
        using var compiler = Compiler(new WorkerLimits { Questions = 1 });
        await Compile(compiler, Bidder);
        var process = compiler.ProcessId;

        await Compile(compiler, Bidder);

        Assert.NotEqual(process, compiler.ProcessId);
        Assert.Equal(0, compiler.Lost);
    }

    [Fact]
    public async Task Questions_wait_for_their_turn_and_only_so_many()
    {
        using var compiler = Compiler(new WorkerLimits { Waiting = 2 });
        await Compile(compiler, Bidder);
        await Signal(Stop, compiler.ProcessId!.Value);
        var asked = new[] { Compile(compiler, Bidder), Compile(compiler, Bidder) };

        var refused = await Compile(compiler, Bidder);
        await Signal(Continue, compiler.ProcessId!.Value);

        Assert.Equal("MM0012", Assert.Single(refused.Diagnostics).Id);
        Assert.All(await Task.WhenAll(asked), each => Assert.True(each.Accepted));
    }

    [Fact]
    public async Task A_process_inherits_no_secret()
    {
        Environment.SetEnvironmentVariable("STRATEGY_TEST_SECRET", "known-to-the-host-alone");
        using var compiler = Compiler(new WorkerLimits());
        await Compile(compiler, Bidder);

        var environment = await File.ReadAllTextAsync($"/proc/{compiler.ProcessId}/environ");

        Assert.DoesNotContain("STRATEGY_TEST_SECRET", environment, StringComparison.Ordinal);
        Assert.All(
            environment.Split('\0', StringSplitOptions.RemoveEmptyEntries),
            each => Assert.StartsWith("DOTNET_", each, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_ends_with_its_host()
    {
        using var worker = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "MarketMaker.Strategies.Worker.dll")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        worker.StandardInput.Close();

        await worker.WaitForExitAsync(patience.Token);
    }

    [Fact]
    public async Task A_question_that_is_no_longer_wanted_ends()
    {
        using var compiler = Compiler(new WorkerLimits());
        await Compile(compiler, Bidder);
        await Signal(Stop, compiler.ProcessId!.Value);
        using var impatience = new CancellationTokenSource();
        var asked = compiler.CompileAsync("bidder", Bidder, impatience.Token);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.True((await Compile(compiler, Bidder)).Accepted);
    }

    private static WorkerCompiler Compiler(WorkerLimits limits) => new(limits, TimeProvider.System);

    private static Task<RuleCompilation> Compile(WorkerCompiler compiler, string source) =>
        compiler.CompileAsync("bidder", source, CancellationToken.None);

    private static (string Id, int Line, int Column) Only(RuleCompilation compilation)
    {
        var only = Assert.Single(compilation.Diagnostics);
        return (only.Id, only.Line, only.Column);
    }

    private static async Task Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
