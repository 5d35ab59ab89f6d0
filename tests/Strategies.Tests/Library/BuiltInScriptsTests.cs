using MarketMaker.Strategies.Library;

namespace MarketMaker.Strategies.Tests.Library;

public sealed class BuiltInScriptsTests
{
    public static TheoryData<string> Names => [.. BuiltInScripts.Sources.Keys];

    [Fact]
    public void The_house_ladder_is_among_them() =>
        Assert.Contains("house-ladder", BuiltInScripts.Sources.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_is_ready_to_quote_without_a_warning(string name)
    {
        var prepared = await new RuleLibrary().PrepareAsync(
            name, BuiltInScripts.Sources[name], CancellationToken.None);

        Assert.Empty(prepared.Compilation.Diagnostics);
        Assert.True(prepared.IsReady);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_has_the_four_headings_and_an_entry_in_the_readme(string name)
    {
        var lines = BuiltInScripts.Sources[name].Split('\n');
        var readme = File.ReadAllText(Path.Combine(Root(), "strategies/scripts/README.md"));

        Assert.Equal(
            ["// Formula", "// Units", "// Signs", "// Source"],
            lines.Where(line => line is "// Formula" or "// Units" or "// Signs" or "// Source"));
        Assert.Contains($"[{name}]({name}.csx)", readme);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
