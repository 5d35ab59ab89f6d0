using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class ScriptsTests
{
    private const string Index = "strategies/scripts/README.md";

    [Fact]
    public void A_quoting_rule_begins_with_formula_units_signs_and_source() =>
        RepositoryTree.Scripts.SelectMany(ScriptRules.Header).ShouldBeNone();

    [Theory]
    [InlineData("Units\n//   u\n// Signs\n//   s\n// Source\n//   p", "Formula")]
    [InlineData("Formula\n//   f\n// Units\n// Signs\n//   s\n// Source\n//   p", "Units")]
    [InlineData("Formula\n//   f\n// Units\n//   u\n// Source\n//   p", "Signs")]
    [InlineData("Formula\n//   f\n// Units\n//   u\n// Signs\n//   s\n// Source", "Source")]
    public void A_heading_that_is_missing_or_empty_is_found(string headings, string missing)
    {
        var file = new SourceFile("a.csx", $"// A rule.\n// {headings}\nvoid OnTick() {{ }}\n");

        var found = ScriptRules.Header(file);

        Assert.Equal([file.Breaks(1, $"its header says nothing under '{missing}'")], found);
    }

    [Fact]
    public void Every_quoting_rule_is_in_the_index_of_its_folder()
    {
        var index = RepositoryTree.Files.Single(file => file.Path == Index);

        RepositoryTree.Scripts
            .SelectMany(script => ScriptRules.Entry(script, index.Text))
            .ShouldBeNone();
    }

    [Fact]
    public void A_quoting_rule_without_an_entry_is_found()
    {
        var file = new SourceFile("strategies/scripts/a.csx", "");

        var found = ScriptRules.Entry(file, "## [b](b.csx)\nA rule.\n");

        Assert.Equal([file.Breaks(0, "has no entry in the folder's README.md")], found);
    }
}
