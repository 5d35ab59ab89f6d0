using System.Collections.Frozen;

namespace MarketMaker.Strategies.Library;

/// <summary>The strategies that come with the product: the files of <c>scripts/</c>.</summary>
public static class BuiltInScripts
{
    private const string Folder = "scripts/";

    /// <summary>Each strategy's source by its name, which is its file's without <c>.csx</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } = ReadAll();

    private static FrozenDictionary<string, string> ReadAll() =>
        typeof(BuiltInScripts).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(
                resource => Path.GetFileNameWithoutExtension(resource), Read,
                StringComparer.Ordinal);

    private static string Read(string resource)
    {
        using var stream = typeof(BuiltInScripts).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
