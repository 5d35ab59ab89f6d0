using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class NamesTests
{
    [Fact]
    public void Every_name_says_something() =>
        RepositoryTree.Files.SelectMany(NameRules.SayNothing).ShouldBeNone();

    [Theory]
    [InlineData("Price" + "Utils")]
    [InlineData("Order" + "Manager")]
    [InlineData("Quote" + "Service")]
    public void A_name_that_says_nothing_is_found(string name)
    {
        var file = new SourceFile($"engine/{name}.cs", $"\nclass {name};\n");

        var found = NameRules.SayNothing(file);

        Assert.Equal(
            [
                file.Breaks(0, $"'{name}.cs' says nothing"),
                file.Breaks(2, $"'{name}' says nothing"),
            ],
            found);
    }

    [Fact]
    public void A_folder_that_says_nothing_is_found()
    {
        var file = new SourceFile("engine/Com" + "mon/Price.cs", "struct Price;\n");

        var found = NameRules.SayNothing(file);

        Assert.Equal([file.Breaks(0, "'Com" + "mon' says nothing")], found);
    }

    [Fact]
    public void A_file_is_called_like_its_type() =>
        RepositoryTree.CSharp.SelectMany(NameRules.OfFile).ShouldBeNone();

    [Theory]
    [InlineData("record struct Cost;\n")]
    [InlineData("// Nothing.\n")]
    public void A_file_that_is_called_otherwise_is_found(string text)
    {
        var file = new SourceFile("engine/Price.cs", text);

        var found = NameRules.OfFile(file);

        Assert.Equal([file.Breaks(0, "declares no type Price first")], found);
    }

    [Fact]
    public void A_namespace_follows_the_folders()
    {
        var projects = RepositoryTree.Files.Where(file => file.IsProject).ToArray();

        RepositoryTree.CSharp
            .SelectMany(file => NameRules.OfNamespace(file, ProjectOf(file)))
            .ShouldBeNone();

        string ProjectOf(SourceFile file) =>
            // The innermost: a project may lie in another's folder.
            projects
                .Where(project => file.Path.StartsWith(
                    project.Path[..^project.Name.Length], StringComparison.Ordinal))
                .MaxBy(project => project.Path.Length)!.Path;
    }

    [Theory]
    [InlineData("namespace MarketMaker.Engine;\nstruct Price;\n")]
    [InlineData("namespace MarketMaker.Engine.Units\n{ struct Price; }\n")]
    [InlineData("\nstruct Price;\n")]
    public void A_namespace_that_does_not_is_found(string text)
    {
        var file = new SourceFile("engine/Units/Price.cs", text);

        var found = NameRules.OfNamespace(file, "engine/Engine.csproj");

        Assert.Equal([file.Breaks(2, "must be in 'namespace MarketMaker.Engine.Units;'")], found);
    }
}
