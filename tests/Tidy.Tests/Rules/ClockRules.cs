using MarketMaker.Tidy.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>Time is read from a TimeProvider that tests can set.</summary>
internal static class ClockRules
{
    public static IEnumerable<Violation> WallClock(SourceFile file) =>
        from access in file.Unit.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        let reading = $"{LastName(access.Expression)}.{access.Name.Identifier.Text}"
        where reading is "DateTime.Now" or "DateTime.UtcNow" or "DateTime.Today"
            or "DateTimeOffset.Now" or "DateTimeOffset.UtcNow"
            or "Environment.TickCount" or "Environment.TickCount64"
        select file.Breaks(access, $"{reading}; take a TimeProvider");

    public static IEnumerable<Violation> Stopwatches(SourceFile file) =>
        from name in file.Unit.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.Text == "Stopwatch"
        select file.Breaks(name, "Stopwatch; take TimeProvider.GetTimestamp");

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        _ => "",
    };
}
