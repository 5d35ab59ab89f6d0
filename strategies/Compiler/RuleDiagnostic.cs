using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace MarketMaker.Strategies.Compiler;

/// <summary>What is wrong with a rule's source, and where.</summary>
/// <remarks>Positions are those of the uploaded file, counted from 1. What concerns the whole file
/// is at line 1, column 1.</remarks>
/// <param name="Id">MM and four digits (see <see cref="RuleDiagnosticId"/>), or the C# compiler's
/// CS and four digits.</param>
/// <param name="Severity">Whether the rule is rejected for it.</param>
/// <param name="Message">For people, in English.</param>
/// <param name="Line">The line it begins in.</param>
/// <param name="Column">The column it begins at.</param>
/// <param name="EndLine">The line it ends in.</param>
/// <param name="EndColumn">The column after its last character.</param>
public sealed record RuleDiagnostic(
    string Id,
    RuleSeverity Severity,
    string Message,
    int Line,
    int Column,
    int EndLine,
    int EndColumn)
{
    /// <summary>The diagnostic of a rule that threw, at the script's innermost line.</summary>
    /// <remarks>At line 1, column 1 where the runtime cannot tell: an array index out of range has
    /// no line in optimised code.</remarks>
    /// <param name="id">Its id.</param>
    /// <param name="ruleName">The rule's name.</param>
    /// <param name="exception">What it threw.</param>
    public static RuleDiagnostic Of(string id, string ruleName, Exception exception)
    {
        var file = RuleCompiler.FileName(ruleName);
        var frame = new StackTrace(exception, fNeedFileInfo: true)
            .GetFrames()
            .FirstOrDefault(candidate => candidate.GetFileName() == file);
        var (line, column) = (frame?.GetFileLineNumber() ?? 1, frame?.GetFileColumnNumber() ?? 1);
        var message = $"{exception.GetType().Name}: {exception.Message}";
        return new RuleDiagnostic(id, RuleSeverity.Error, message, line, column, line, column);
    }

    /// <summary>For logs: <c>error CS0103 (3,9): …</c></summary>
    public override string ToString() =>
        $"{(Severity == RuleSeverity.Error ? "error" : "warning")} {Id} ({Line},{Column}): "
        + Message;

    internal static RuleDiagnostic Error(string id, string message, Location location)
    {
        // Not the mapped span: a position is where the author's editor shows it.
        var span = location.GetLineSpan();
        return new RuleDiagnostic(
            id, RuleSeverity.Error, message,
            span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
    }

    internal static RuleDiagnostic From(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var severity = diagnostic.Severity == DiagnosticSeverity.Error
            ? RuleSeverity.Error
            : RuleSeverity.Warning;
        return Error(diagnostic.Id, message, diagnostic.Location) with { Severity = severity };
    }
}
