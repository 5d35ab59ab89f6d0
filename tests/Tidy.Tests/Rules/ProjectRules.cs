using System.Xml.Linq;
using MarketMaker.Tidy.Tests.Repository;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>What a project file may hold.</summary>
internal static class ProjectRules
{
    /// <summary>Lines of a project file; what all projects share is in Directory.Build.props.
    /// </summary>
    public const int MaxLines = 30;

    /// <summary>Needs a package that is not in every feed, so that nothing but a build that asks
    /// for it may touch it: it is in no solution.</summary>
    public const string Optional = "feeds-binance-net/BinanceNet.csproj";

    public static IEnumerable<Violation> Length(SourceFile project)
    {
        var lines = project.Lines.Length - 1;
        if (lines > MaxLines)
            yield return project.Breaks(0, $"{lines} lines, {MaxLines} are allowed");
    }

    public static IEnumerable<Violation> Versions(SourceFile project) =>
        from reference in XDocument.Parse(project.Text).Descendants("PackageReference")
        where reference.Attribute("Version") is not null
        select project.Breaks(
            0, $"the version of {reference.Attribute("Include")!.Value} belongs to "
                + "Directory.Packages.props");

    public static IEnumerable<Violation> InSolution(SourceFile project, string solution)
    {
        var name = project.Path.Replace('/', '\\');
        if (project.Path != Optional && !solution.Contains(name, StringComparison.Ordinal))
            yield return project.Breaks(0, "is not in the solution");
    }
}
