using System.Text.RegularExpressions;
using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>Words that nothing in the repository says. Each is written here in two pieces, so
/// that this file does not say it either.</summary>
internal static class WordRules
{
    private static readonly Regex _unfinished =
        new(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b");

    // The product is described by itself, not by how and where it came about.
    private static readonly Regex _workplace = new(
        @"/wo" + @"rk/|shared/do" + @"cs|\bhel" + @"pers?\b|\bsess" + @"ions?\b"
        + @"|\b(this|later|next|other) iss" + @"ues?\b|\biss" + @"ues? ((?-i:[A-Z])\b|#|\d)"
        + @"|https?://[\w.-]*(mir" + @"ror|arti" + @"factory|nex" + @"us)",
        RegexOptions.IgnoreCase);

    public static IEnumerable<Violation> Unfinished(SourceFile file) => Find(file, _unfinished);

    public static IEnumerable<Violation> Workplace(SourceFile file) => Find(file, _workplace);

    private static IEnumerable<Violation> Find(SourceFile file, Regex word) =>
        from line in file.Lines.Index()
        from match in word.Matches(line.Item)
        select file.Breaks(line.Index + 1, $"'{match.Value.Trim()}'");
}
