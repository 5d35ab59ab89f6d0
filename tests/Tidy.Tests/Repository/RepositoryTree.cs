using System.IO.Enumeration;

namespace MarketMaker.Tidy.Tests.Repository;

/// <summary>The repository that these tests were built from.</summary>
internal static class RepositoryTree
{
    private const string Solution = "MarketMakerOrleans.sln";

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static readonly string[] _ignored = ReadIgnored();

    /// <summary>Every text file that belongs to the repository: all but what
    /// <c>.gitignore</c> names, whether it is committed already or not.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. ReadFolder(new DirectoryInfo(Root))];

    /// <summary>The C# files, but for the part of the runtime that scripts are compiled against:
    /// its names, files and types are not ours to choose.</summary>
    public static IEnumerable<SourceFile> CSharp =>
        Files.Where(file => file.IsCSharp && !file.IsOfTheRuntime);

    public static IEnumerable<SourceFile> Scripts => Files.Where(file => file.IsScript);

    /// <summary>The C# files of the product: no tests, no benchmarks.</summary>
    public static IEnumerable<SourceFile> Product =>
        CSharp.Where(file => file.TopFolder is not ("tests" or "bench"));

    public static IEnumerable<SourceFile> Engine =>
        CSharp.Where(file => file.TopFolder == "engine");

    public static bool Exists(string path) =>
        File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent
                ?? throw new InvalidOperationException($"No folder above has {Solution}.");
        }
        return folder.FullName;
    }

    private static string[] ReadIgnored() =>
    [
        ".git",
        .. File.ReadLines(Path.Combine(Root, ".gitignore"))
            .Select(line => line.Trim().TrimEnd('/'))
            .Where(line => line.Length > 0 && line[0] != '#'),
    ];

    private static IEnumerable<SourceFile> ReadFolder(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos()
            .Where(entry => !_ignored.Any(
                name => FileSystemName.MatchesSimpleExpression(name, entry.Name)))
            .SelectMany(entry => entry is DirectoryInfo inner
                ? ReadFolder(inner)
                : ReadText(entry.FullName));

    private static IEnumerable<SourceFile> ReadText(string path)
    {
        var text = File.ReadAllText(path);
        if (!text.Contains('\0', StringComparison.Ordinal))
            yield return new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), text);
    }
}
