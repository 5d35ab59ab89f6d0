using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>What a quoting rule tells its reader.</summary>
internal static class ScriptRules
{
    private static readonly string[] _headings = ["Formula", "Units", "Signs", "Source"];

    /// <summary>The comment that opens the file has each heading, in order, with a text.</summary>
    public static IEnumerable<Violation> Header(SourceFile script)
    {
        var header = script.Lines
            .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line[2..])
            .ToList();
        if (header.Count == 0 || header[0].Trim().Length == 0)
            yield return script.Breaks(1, "does not begin with what it quotes");
        var from = 0;
        foreach (var heading in _headings)
        {
            var at = header.FindIndex(from, line => line.Trim() == heading);
            var isEmpty = at < 0 || at + 1 >= header.Count
                || !header[at + 1].StartsWith("   ", StringComparison.Ordinal);
            if (isEmpty)
                yield return script.Breaks(1, $"its header says nothing under '{heading}'");
            from = Math.Max(from, at + 1);
        }
    }

    public static IEnumerable<Violation> Entry(SourceFile script, string index)
    {
        var name = Path.GetFileNameWithoutExtension(script.Name);
        if (!index.Contains($"## [{name}]({name}.csx)\n", StringComparison.Ordinal))
            yield return script.Breaks(0, "has no entry in the folder's README.md");
    }
}
