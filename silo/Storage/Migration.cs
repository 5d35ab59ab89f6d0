using System.Globalization;
using System.Reflection;

namespace MarketMaker.Silo.Storage;

/// <summary>One step of the schema: the script that leads to a version from the one before.
/// </summary>
/// <param name="Version">The version it leads to, from 1.</param>
/// <param name="Script">Its statements.</param>
internal sealed record Migration(int Version, string Script)
{
    private const string Folder = "storage/";

    /// <summary>All steps in order, from the scripts inside this assembly. A new step is a new
    /// file <c>NNNN-what-it-adds.sql</c>; a released one is never edited.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>The version this program reads and writes.</summary>
    public static int Latest => All[^1].Version;

    private static List<Migration> Load()
    {
        Assembly assembly = typeof(Migration).Assembly;
        List<Migration> steps = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => new Migration(VersionOf(name), Read(assembly, name)))
            .OrderBy(step => step.Version)];
        for (int index = 0; index < steps.Count; index++)
        {
            if (steps[index].Version != index + 1)
            {
                throw new InvalidOperationException($"Schema step {index + 1} is missing.");
            }
        }

        return steps;
    }

    private static int VersionOf(string name)
    {
        string number = name[Folder.Length..].Split('-')[0];
        return int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
