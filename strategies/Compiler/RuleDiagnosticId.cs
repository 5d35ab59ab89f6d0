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

    /// <summary>The rule failed on a sample tick that it is tried on.</summary>
    public const string Trial = "MM0006";

    /// <summary>The text is nested too deeply or too long for the compiler, or has characters that
    /// it must not have.</summary>
    public const string Limit = "MM0007";

    /// <summary>A construct of C# that quoting rules do not have.</summary>
    public const string Construct = "MM0008";

    /// <summary>A method that calls itself, directly or through others.</summary>
    public const string Recursion = "MM0009";

    /// <summary>A type or member that quoting rules do not have.</summary>
    public const string NotAvailable = "MM0010";

    /// <summary>The compiled image was refused: it was altered, or is not a rule's.</summary>
    public const string Image = "MM0011";

    /// <summary>The process that compiles rules ran out of time or memory, or died.</summary>
    public const string Worker = "MM0012";

    /// <summary>The rule's file cannot be read as text.</summary>
    public const string File = "MM0013";

    /// <summary>A warning: no answer to a sample tick could be quoted.</summary>
    public const string Unquotable = "MM0014";
}
