using System.Runtime.CompilerServices;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Library;

public sealed class RuleLibraryTests
{
    private const string Bidder = "void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid - 1, 1);";

    private readonly RuleLibrary _library;
    private int _compilations;

    public RuleLibraryTests() =>
        _library = LibraryOf((name, source, cancellation) =>
        {
            Interlocked.Increment(ref _compilations);
            return RuleCompiler.Compile(name, source, cancellation);
        });

    [Fact]
    public async Task A_prepared_version_hands_out_rules()
    {
        var prepared = await _library.PrepareAsync("bidder", Bidder, CancellationToken.None);

        var rule = prepared.CreateRule();

        Assert.True(prepared.IsReady);
        Assert.Equal(
            ("bidder", RuleCompiler.VersionOf(Bidder)), (rule.Name, rule.Version));
        Assert.Equal(
            [new Level(99, 1)], rule.Answer(new Tick { Mid = 100 }).Bids.Levels.ToArray());
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_compilation()
    {
        var callers = Enumerable.Range(0, 32).Select(_ => Task.Run(
            () => _library.PrepareAsync("bidder", Bidder, CancellationToken.None)));

        var prepared = await Task.WhenAll(callers);

        Assert.Equal(1, _compilations);
        Assert.All(prepared, each => Assert.True(each.IsReady));
    }

    [Fact]
    public async Task A_version_in_use_is_not_compiled_again()
    {
        var (rule, prepared) = await PrepareAndLetGo(_library);
        Watched.AssertCollected(prepared);

        var again = await _library.PrepareAsync("bidder", Bidder, CancellationToken.None);

        Assert.Equal(1, _compilations);
        Assert.True(again.IsReady);
        GC.KeepAlive(rule);
    }

    [Fact]
    public async Task Another_text_or_another_name_is_another_rule()
    {
        var rules = new[]
        {
            await PrepareRule(Bidder),
            await PrepareRule(Bidder + " "),
            (await _library.PrepareAsync("other", Bidder, CancellationToken.None)).CreateRule(),
        };

        Assert.Equal(["bidder", "bidder", "other"], rules.Select(rule => rule.Name));
        Assert.Equal(3, _compilations);
    }

    [Fact]
    public async Task A_rejected_version_says_why_and_hands_out_nothing()
    {
        var prepared = await _library.PrepareAsync("bidder", "int x;", CancellationToken.None);

        Assert.False(prepared.IsReady);
        Assert.Contains("MM0001", prepared.Compilation.Diagnostics.Select(each => each.Id));
        var fault = Assert.Throws<InvalidOperationException>(() => prepared.CreateRule());
        Assert.Contains("MM0001", fault.Message);
    }

    [Fact]
    public async Task A_rule_that_fails_on_the_sample_tick_is_rejected_at_its_line()
    {
        var prepared = await _library.PrepareAsync(
            "divider",
            "int zero;\nvoid OnTick(in Tick t, Quotes q)\n{\n    q.Bid(t.Levels / zero, 1);\n}",
            CancellationToken.None);

        Assert.False(prepared.IsReady);
        Assert.False(prepared.Compilation.Accepted);
        Assert.Equal(
            new RuleDiagnostic(
                "MM0006", RuleSeverity.Error,
                "DivideByZeroException: Attempted to divide by zero.", 4, 5, 4, 5),
            prepared.Compilation.Diagnostics[^1]);
    }

    [Theory]
    [InlineData("q.Bid(t.Mid * (0.0 / 0.0), 1);", "Buy level 0: PriceNotFinite")]
    [InlineData("q.Ask(t.Mid, 0);", "Sell level 0: SizeNotPositive")]
    // Only the last two of the three ticks know a book.
    [InlineData("q.Bid(double.IsNaN(t.BookBid) ? 90 : t.BookBid * 0, 1);", null)]
    [InlineData("q.PullBids(\"not now\");", null)]
    public async Task A_rule_that_gives_no_answer_to_quote_is_ready_with_a_warning(
        string body, string? fault)
    {
        var source = $"void OnTick(in Tick t, Quotes q) {{ {body} }}";
        // The worker tries it, and the library after it: one warning is enough.
        var library = LibraryOf((name, text, cancellation) => RuleTrial.Try(
            RuleCompiler.Compile(name, text, cancellation)).Compilation);

        var prepared = await library.PrepareAsync("bidder", source, CancellationToken.None);

        Assert.True(prepared.IsReady);
        string[] expected = fault is null
            ? []
            :
            [
                "warning MM0014 (1,1): No answer to a sample tick could be quoted, the first for "
                + $"this: {fault}. A version that goes on so is left after three ticks.",
            ];
        Assert.Equal(
            expected, prepared.Compilation.Diagnostics.Select(found => found.ToString()));
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_stop_the_others()
    {
        var compiling = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var library = LibraryOf((name, source, cancellation) =>
        {
            compiling.SetResult();
            release.Task.Wait(cancellation);
            return RuleCompiler.Compile(name, source, cancellation);
        });
        using var impatience = new CancellationTokenSource();
        var impatient = library.PrepareAsync("bidder", Bidder, impatience.Token);
        var patient = library.PrepareAsync("bidder", Bidder, CancellationToken.None);
        await compiling.Task;

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();
        Assert.True((await patient).IsReady);
    }

    [Fact]
    public async Task A_compiler_that_fails_is_asked_again()
    {
        var calls = 0;
        var library = LibraryOf((name, source, cancellation) =>
            ++calls == 1
                ? throw new IOException("first")
                : RuleCompiler.Compile(name, source, cancellation));
        await Assert.ThrowsAsync<IOException>(
            () => library.PrepareAsync("bidder", Bidder, CancellationToken.None));

        var prepared = await library.PrepareAsync("bidder", Bidder, CancellationToken.None);

        Assert.True(prepared.IsReady);
    }

    [Fact]
    public async Task A_version_that_nobody_uses_is_unloaded()
    {
        var context = await Watch(_library);

        Watched.AssertCollected(context);

        await Watch(_library);
        Assert.Equal(2, _compilations);
    }

    private static RuleLibrary LibraryOf(
        Func<string, string, CancellationToken, RuleCompilation> compile) =>
        new(new CompilerOf(compile), ImageKey.NewRandom());

    // Not inlined: a local that the test's own frame keeps would hold the version.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Watch(RuleLibrary library)
    {
        var prepared = await library.PrepareAsync("bidder", Bidder, CancellationToken.None);
        return Watched.Of(prepared.Assembly!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(IQuotingRule, WeakReference)> PrepareAndLetGo(RuleLibrary library)
    {
        var prepared = await library.PrepareAsync("bidder", Bidder, CancellationToken.None);
        return (prepared.CreateRule(), new WeakReference(prepared));
    }

    private async Task<IQuotingRule> PrepareRule(string source) =>
        (await _library.PrepareAsync("bidder", source, CancellationToken.None)).CreateRule();
}
