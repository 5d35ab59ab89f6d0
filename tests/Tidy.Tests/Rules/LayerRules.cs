using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>Who may know whom, judged on what an assembly was really compiled against.</summary>
internal static class LayerRules
{
    private const string Prefix = "MarketMaker.";

    /// <summary>Each project and those it is built upon.</summary>
    private static readonly Dictionary<string, string[]> _arrows = new()
    {
        ["Engine"] = [],
        ["Strategies.Contract"] = [],
        ["Strategies.Fuel"] = [],
        ["Strategies"] = ["Engine", "Strategies.Contract", "Strategies.Fuel"],
        ["Strategies.Worker"] = ["Strategies"],
        ["Feeds"] = ["Engine"],
        ["GrainInterfaces"] = ["Engine"],
        ["Grains"] = ["Engine", "Strategies", "Feeds", "GrainInterfaces"],
        ["Api"] = ["GrainInterfaces"],
        ["Grpc"] = ["GrainInterfaces"],
        ["Silo"] = ["Grains", "Api", "Grpc"],
    };

    /// <summary>The part of the runtime that scripts are compiled against: nobody knows it, and it
    /// knows nobody.</summary>
    public const string Stub = "Strategies.Stub";

    public static IEnumerable<string> Projects => _arrows.Keys;

    /// <summary>The names of the assemblies that a built project refers to.</summary>
    public static string[] ReferencesOf(string project)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{Prefix}{project}.dll");
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle =>
                metadata.GetString(metadata.GetAssemblyReference(handle).Name)),
        ];
    }

    public static IEnumerable<Violation> Check(string project, IEnumerable<string> references)
    {
        var allowed = Below(project).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var isOurs = reference.StartsWith(Prefix, StringComparison.Ordinal);
            if (isOurs && !allowed.Contains(reference[Prefix.Length..]))
                yield return new Violation(project, 0, $"may not know {reference}");
            if (!isOurs && project == "Engine" && !IsOfSystem(reference))
                yield return new Violation(project, 0, $"takes nothing but System.*: {reference}");
        }
    }

    /// <summary>What a project is built upon, and what that is built upon.</summary>
    private static IEnumerable<string> Below(string project) =>
        _arrows[project].SelectMany(below => Below(below).Append(below));

    private static bool IsOfSystem(string reference) =>
        reference.StartsWith("System.", StringComparison.Ordinal);
}
