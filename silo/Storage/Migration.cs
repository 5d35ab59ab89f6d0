using System.Globalization;
using System.Reflection;

namespace MarketMaker.Silo.Storage;

/// <summary>One step of a database's schema: the script that leads to a version from the one
/// before.</summary>
/// <param name="Version">The version it leads to, from 1.</param>
/// <param name="Script">Its statements.</param>
internal sealed record Migration(int Version, string Script)
{
    /// <summary>All steps of an embedded database.</summary>
    public static IReadOnlyList<Migration> Sqlite { get; } = Load("Sqlite");

    /// <summary>All steps of a PostgreSQL server's database.</summary>
    public static IReadOnlyList<Migration> Postgres { get; } = Load("Postgres");

    /// <summary>Reads the steps in order, from the scripts inside this assembly. A new step is a
    /// new file <c>NNNN-what-it-adds.sql</c> in the database's folder; a released one is never
    /// edited.</summary>
    private static List<Migration> Load(string database)
    {
        string folder = $"storage/{database}/";
        Assembly assembly = typeof(Migration).Assembly;
        List<Migration> steps = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal)
                && char.IsAsciiDigit(name[folder.Length]))
            .Select(name => new Migration(
                VersionOf(name[folder.Length..]), Read(assembly, name)))
            .OrderBy(step => step.Version)];
        for (int index = 0; index < steps.Count; index++)
        {
            if (steps[index].Version != index + 1)
            {
                throw new InvalidOperationException(
                    $"Schema step {index + 1} of {database} is missing.");
            }
        }

        return steps;
    }

    private static int VersionOf(string name) =>
        int.Parse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
