using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class LayersTests
{
    [Fact]
    public void Every_project_knows_those_below_it_alone() =>
        LayerRules.Projects
            .SelectMany(project => LayerRules.Check(project, LayerRules.ReferencesOf(project)))
            .ShouldBeNone();

    [Theory]
    [InlineData("Api", "MarketMaker.Grains", "may not know MarketMaker.Grains")]
    [InlineData("Api", "MarketMaker.Strategies", "may not know MarketMaker.Strategies")]
    [InlineData("Api", "MarketMaker.Feeds", "may not know MarketMaker.Feeds")]
    [InlineData("Grpc", "MarketMaker.Grains", "may not know MarketMaker.Grains")]
    [InlineData("Feeds", "MarketMaker.Strategies", "may not know MarketMaker.Strategies")]
    [InlineData("GrainInterfaces", "MarketMaker.Grains", "may not know MarketMaker.Grains")]
    [InlineData("Engine", "MarketMaker.Feeds", "may not know MarketMaker.Feeds")]
    [InlineData("Engine", "Orleans.Core", "takes nothing but System.*: Orleans.Core")]
    public void A_forbidden_acquaintance_is_found(string project, string reference, string what)
    {
        var found = LayerRules.Check(project, ["System.Runtime", "MarketMaker.Engine", reference]);

        Assert.Contains(new Violation(project, 0, what), found);
    }

    [Fact]
    public void Whatever_lies_below_may_be_known()
    {
        var found = LayerRules.Check(
            "Silo", ["MarketMaker.Api", "MarketMaker.Feeds", "MarketMaker.Engine", "Orleans.Core"]);

        Assert.Empty(found);
    }

    [Fact]
    public void Every_project_of_the_product_has_its_place()
    {
        var projects = RepositoryTree.Files
            .Where(file => file.IsProject && file.TopFolder is not ("tests" or "bench"))
            .Where(file => file.Path != ProjectRules.Optional)
            .Select(file => Path.GetFileNameWithoutExtension(file.Name))
            .Where(project => project != LayerRules.Stub);

        Assert.Equal(projects.Order(), LayerRules.Projects.Order());
    }
}
