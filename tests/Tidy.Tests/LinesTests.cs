using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class LinesTests
{
    [Fact]
    public void No_line_of_code_is_wider_than_100_columns() =>
        RepositoryTree.Files.Where(file => file.IsCode)
            .SelectMany(LineRules.Width)
            .ShouldBeNone();

    [Fact]
    public void A_line_of_101_columns_is_found()
    {
        var (full, over) = (new string('a', 100), new string('b', 101));
        var file = new SourceFile("engine/A.cs", $"{full}\n{over}\n");

        var found = LineRules.Width(file);

        Assert.Equal([file.Breaks(2, "101 columns, 100 are allowed")], found);
    }

    [Fact]
    public void No_file_has_a_tab() =>
        RepositoryTree.Files.Where(file => !file.Path.EndsWith(".sln", StringComparison.Ordinal))
            .SelectMany(LineRules.Tabs)
            .ShouldBeNone();

    [Fact]
    public void A_tab_is_found()
    {
        var file = new SourceFile("engine/A.cs", "a\n\tb\n");

        var found = LineRules.Tabs(file);

        Assert.Equal([file.Breaks(2, "a tab")], found);
    }

    [Fact]
    public void Lines_and_files_end_with_one_line_feed() =>
        RepositoryTree.Files.SelectMany(LineRules.Ends).ShouldBeNone();

    [Fact]
    public void Whatever_else_a_line_or_file_ends_with_is_found()
    {
        var file = new SourceFile("engine/A.cs", "a \nb\r\nc");

        var found = LineRules.Ends(file);

        Assert.Equal(
            [
                file.Breaks(1, "ends with white space"),
                file.Breaks(2, "ends with a carriage return"),
                file.Breaks(3, "must end with one line feed"),
            ],
            found);
    }
}
