using System.Text.RegularExpressions;
using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>What documents point at exists.</summary>
internal static partial class DocumentRules
{
    /// <summary>Relative links lead to a file or folder, and to a heading if they name one.
    /// </summary>
    public static IEnumerable<Violation> Links(SourceFile document, IReadOnlyList<SourceFile> all)
    {
        foreach (var (index, line) in document.Lines.Index())
        {
            foreach (Match link in Link().Matches(line))
            {
                var target = link.Groups["target"].Value;
                if (!Leads(document, target, all))
                    yield return document.Breaks(index + 1, $"leads nowhere: {target}");
            }
        }
    }

    /// <summary>A path in backticks that begins with a folder of the repository exists.</summary>
    public static IEnumerable<Violation> Paths(
        SourceFile document, IReadOnlySet<string> topFolders) =>
        from line in document.Lines.Index()
        from match in CodePath().Matches(line.Item)
        let path = match.Groups["path"].Value
        where topFolders.Contains(path.Split('/')[0]) && !RepositoryTree.Exists(path)
        select document.Breaks(line.Index + 1, $"does not exist: {path}");

    private static bool Leads(
        SourceFile document, string target, IReadOnlyList<SourceFile> all)
    {
        if (target.Contains("://", StringComparison.Ordinal))
            return true;
        var parts = target.Split('#', 2);
        var folder = Path.GetDirectoryName(document.Path)!;
        var path = parts[0].Length == 0
            ? document.Path
            : Path.GetRelativePath(".", Path.Combine(folder, parts[0])).Replace('\\', '/');
        if (parts.Length == 1)
            return RepositoryTree.Exists(path);
        var text = path == document.Path ? document : all.FirstOrDefault(x => x.Path == path);
        return text is not null && text.Lines.Any(line => Anchor(line) == parts[1]);
    }

    /// <summary>The name under which a heading can be reached; null for any other line.</summary>
    private static string? Anchor(string line) =>
        line.StartsWith('#')
            ? NotOfAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "")
                .Replace(' ', '-')
            : null;

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>\.?[\w-]+(/[\w.-]+)+/?)`")]
    private static partial Regex CodePath();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchor();
}
