using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>Who knows one grain knows all: what may be asked of it, the grain, what it keeps.
/// </summary>
internal static class GrainRules
{
    private const string Folder = "grains/";
    private const string Suffix = "Grain.cs";

    /// <summary>Each grain's siblings are where they are expected.</summary>
    /// <param name="file">A C# file of the product.</param>
    /// <param name="paths">Every path of the repository.</param>
    public static IEnumerable<Violation> Siblings(SourceFile file, IReadOnlySet<string> paths)
    {
        if (file.TopFolder + "/" != Folder || !file.Path.EndsWith(Suffix, StringComparison.Ordinal))
            yield break;
        var name = file.Name[..^Suffix.Length];
        string[] siblings =
        [
            $"{Folder}{name}Grain.cs",
            $"grain-interfaces/I{name}Grain.cs",
            $"{Folder}State/{name}State.cs",
        ];
        foreach (var sibling in siblings.Where(sibling => !paths.Contains(sibling)))
            yield return file.Breaks(0, $"expects {sibling}");
    }
}
