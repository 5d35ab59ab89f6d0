using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class GrainsTests
{
    [Fact]
    public void A_grain_has_its_interface_and_its_state_where_they_are_expected()
    {
        var paths = RepositoryTree.Files.Select(file => file.Path).ToHashSet();

        RepositoryTree.Product
            .SelectMany(file => GrainRules.Siblings(file, paths))
            .ShouldBeNone();
    }

    [Fact]
    public void A_missing_sibling_is_found()
    {
        var file = new SourceFile("grains/PairGrain.cs", "");
        var paths = new HashSet<string> { file.Path, "grains/State/PairState.cs" };

        var found = GrainRules.Siblings(file, paths);

        Assert.Equal([file.Breaks(0, "expects grain-interfaces/IPairGrain.cs")], found);
    }

    [Fact]
    public void A_grain_in_another_folder_is_found()
    {
        var file = new SourceFile("grains/Pairs/PairGrain.cs", "");
        var paths = new HashSet<string>
        {
            file.Path, "grain-interfaces/IPairGrain.cs", "grains/State/PairState.cs",
        };

        var found = GrainRules.Siblings(file, paths);

        Assert.Equal([file.Breaks(0, "expects grains/PairGrain.cs")], found);
    }
}
