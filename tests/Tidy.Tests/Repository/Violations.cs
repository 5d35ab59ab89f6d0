namespace MarketMaker.Tidy.Tests.Repository;

/// <summary>Judges what a rule has found.</summary>
internal static class Violations
{
    /// <summary>Fails with every place that breaks the rule, one a line.</summary>
    public static void ShouldBeNone(this IEnumerable<Violation> found)
    {
        var lines = found.Select(violation => violation.ToString())
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (lines.Length > 0)
            Assert.Fail($"{lines.Length} found:\n{string.Join('\n', lines)}");
    }
}
