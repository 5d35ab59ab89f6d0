using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>What a line of text may look like.</summary>
internal static class LineRules
{
    /// <summary>Columns of code: two files fit beside each other on a screen.</summary>
    public const int MaxColumns = 100;

    public static IEnumerable<Violation> Width(SourceFile file) =>
        from line in file.Lines.Index()
        let columns = line.Item.EnumerateRunes().Count()
        where columns > MaxColumns
        select file.Breaks(line.Index + 1, $"{columns} columns, {MaxColumns} are allowed");

    public static IEnumerable<Violation> Tabs(SourceFile file) =>
        from line in file.Lines.Index()
        where line.Item.Contains('\t', StringComparison.Ordinal)
        select file.Breaks(line.Index + 1, "a tab");

    public static IEnumerable<Violation> Ends(SourceFile file)
    {
        foreach (var (index, line) in file.Lines.Index())
        {
            if (line.EndsWith('\r'))
                yield return file.Breaks(index + 1, "ends with a carriage return");
            else if (line.Length > 0 && char.IsWhiteSpace(line[^1]))
                yield return file.Breaks(index + 1, "ends with white space");
        }
        if (!file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal))
            yield return file.Breaks(file.Lines.Length, "must end with one line feed");
    }
}
