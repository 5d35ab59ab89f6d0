namespace MarketMaker.Grains.Tests.Making;

/// <summary>The same on two silos, each with a feed and versions of rules of its own.</summary>
public sealed class TwoSilosFixture : MakerFixture
{
    private protected override short SiloCount => 2;
}
