using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class ProjectsTests
{
    private static IEnumerable<SourceFile> Projects =>
        RepositoryTree.Files.Where(file => file.IsProject);

    [Fact]
    public void A_project_file_has_at_most_30_lines() =>
        Projects.SelectMany(ProjectRules.Length).ShouldBeNone();

    [Fact]
    public void A_project_file_of_31_lines_is_found()
    {
        var file = new SourceFile("a/A.csproj", string.Concat(Enumerable.Repeat("\n", 31)));

        var found = ProjectRules.Length(file);

        Assert.Equal([file.Breaks(0, "31 lines, 30 are allowed")], found);
    }

    [Fact]
    public void Versions_of_packages_are_in_one_place() =>
        Projects.SelectMany(ProjectRules.Versions).ShouldBeNone();

    [Fact]
    public void A_version_in_a_project_file_is_found()
    {
        var file = new SourceFile(
            "a/A.csproj",
            """<Project><PackageReference Include="P" Version="1" /></Project>""");

        var found = ProjectRules.Versions(file);

        Assert.Equal(
            [file.Breaks(0, "the version of P belongs to Directory.Packages.props")], found);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryTree.Files.Single(file => file.Name == "MarketMakerOrleans.sln");

        Projects.SelectMany(project => ProjectRules.InSolution(project, solution.Text))
            .ShouldBeNone();
    }

    [Fact]
    public void A_project_outside_the_solution_is_found()
    {
        var file = new SourceFile("a/A.csproj", "<Project/>");

        var found = ProjectRules.InSolution(file, @"""A"", ""b\A.csproj""");

        Assert.Equal([file.Breaks(0, "is not in the solution")], found);
    }
}
