using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Strategies.Tests.Attacks;

/// <summary>A source that must not quote, and where it is to be stopped.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Expected">The stage that stops it.</param>
/// <param name="Source">The script.</param>
public sealed record Attack(string Name, Stage Expected, string Source)
{
    /// <summary>Every attack there is.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        .. TextAttacks.All, .. SyntaxAttacks.All, .. NameAttacks.All, .. RunningAttacks.All,
    ];

    /// <summary>Where a source was stopped: the last stage that found an error.</summary>
    public static Stage StageOf(RuleCompilation compilation) => compilation.Accepted
        ? Stage.None
        : compilation.Diagnostics
            .Where(each => each.Severity == RuleSeverity.Error)
            .Max(each => StageOf(each.Id));

    /// <summary>A script whose OnTick does this.</summary>
    internal static string Tick(string body) =>
        $"void OnTick(in Tick t, Quotes q) {{ {body} }}";

    /// <summary>A script that has these members, too.</summary>
    internal static string Beside(string members) =>
        $"{members}\nvoid OnTick(in Tick t, Quotes q) {{ q.Bid(t.Mid - 1, 1); }}";

    internal static string Repeat(string text, int times) =>
        string.Concat(Enumerable.Repeat(text, times));

    private static Stage StageOf(string id) => id switch
    {
        RuleDiagnosticId.SourceTooLong or RuleDiagnosticId.Directive
            or RuleDiagnosticId.Limit => Stage.Text,
        RuleDiagnosticId.TopLevel or RuleDiagnosticId.Modifier
            or RuleDiagnosticId.Construct => Stage.Syntax,
        RuleDiagnosticId.EntryPoint or RuleDiagnosticId.Recursion
            or RuleDiagnosticId.NotAvailable => Stage.Names,
        RuleDiagnosticId.Image => Stage.Image,
        RuleDiagnosticId.Trial => Stage.Trial,
        RuleDiagnosticId.Worker => Stage.Worker,
        _ => Stage.Compiler,
    };
}
