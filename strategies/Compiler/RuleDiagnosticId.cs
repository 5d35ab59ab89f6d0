namespace MarketMaker.Strategies.Compiler;

/// <summary>The diagnostics of our own; those that begin with CS are the C# compiler's.</summary>
public static class RuleDiagnosticId
{
    /// <summary><c>OnTick</c> is missing, overloaded or has another signature.</summary>
    public const string EntryPoint = "MM0001";

    /// <summary>The source is longer than <see cref="RuleCompiler.MaxSourceLength"/>.</summary>
    public const string SourceTooLong = "MM0002";

    /// <summary>A directive, such as <c>#r</c>, <c>#load</c> or <c>#if</c>.</summary>
    public const string Directive = "MM0003";

    /// <summary>At the top level, something else than fields, methods and enums.</summary>
    public const string TopLevel = "MM0004";

    /// <summary>A modifier, such as <c>static</c>, that a rule's members may not have.</summary>
    public const string Modifier = "MM0005";

    /// <summary>The rule failed on the sample tick that it is tried on.</summary>
    public const string Trial = "MM0006";
}
