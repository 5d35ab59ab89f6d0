using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class WordsTests
{
    [Fact]
    public void Nothing_is_marked_as_unfinished() =>
        RepositoryTree.Files.SelectMany(WordRules.Unfinished).ShouldBeNone();

    [Theory]
    [InlineData("TO" + "DO")]
    [InlineData("FIX" + "ME")]
    [InlineData("HA" + "CK")]
    public void A_mark_of_the_unfinished_is_found(string mark)
    {
        var file = new SourceFile("engine/A.cs", $"class A;\n// {mark}: later\n");

        var found = WordRules.Unfinished(file);

        Assert.Equal([file.Breaks(2, $"'{mark}'")], found);
    }

    [Fact]
    public void The_repository_speaks_of_the_product_alone() =>
        RepositoryTree.Files.SelectMany(WordRules.Workplace).ShouldBeNone();

    [Theory]
    [InlineData("/wo" + "rk/")]
    [InlineData("iss" + "ue A")]
    [InlineData("this iss" + "ue")]
    [InlineData("Hel" + "pers")]
    [InlineData("https://nuget.mir" + "ror")]
    public void A_word_about_the_workplace_is_found(string word)
    {
        var file = new SourceFile("docs/a.md", $"# A\nSee {word}.\n");

        var found = WordRules.Workplace(file);

        Assert.Equal([file.Breaks(2, $"'{word}'")], found);
    }
}
