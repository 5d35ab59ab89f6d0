using System.Net;
using MarketMaker.Grains.Placement;

namespace MarketMaker.Grains.Tests.Placement;

public sealed class AnchoredPlacementDirectorTests
{
    private static readonly IdSpan[] s_keys =
        [.. Enumerable.Range(0, 1_000).Select(index => IdSpan.Create($"C{index}-USD"))];

    private static readonly SiloAddress[] s_silos =
        [.. Enumerable.Range(1, 4).Select(number => Silo(number, generation: 1))];

    [Fact]
    public void The_order_of_the_silos_does_not_matter() => Assert.All(s_keys, key => Assert.Equal(
        AnchoredPlacementDirector.Choose(key, s_silos),
        AnchoredPlacementDirector.Choose(key, [.. s_silos.Reverse()])));

    [Fact]
    public void Only_the_keys_of_a_silo_that_left_move()
    {
        SiloAddress left = s_silos[2];
        SiloAddress[] rest = [.. s_silos.Where(silo => silo != left)];

        IdSpan[] moved = [.. s_keys.Where(key => AnchoredPlacementDirector.Choose(key, s_silos)
            != AnchoredPlacementDirector.Choose(key, rest))];

        Assert.Equal(
            s_keys.Where(key => AnchoredPlacementDirector.Choose(key, s_silos) == left), moved);
    }

    [Fact]
    public void Each_silo_gets_about_its_share()
    {
        int[] shares = [.. s_keys
            .CountBy(key => AnchoredPlacementDirector.Choose(key, s_silos))
            .Select(share => share.Value)];

        // 250 each, give or take four standard deviations.
        Assert.Equal(4, shares.Length);
        Assert.All(shares, share => Assert.InRange(share, 195, 305));
    }

    [Fact]
    public void A_restarted_silo_gets_its_keys_back()
    {
        SiloAddress[] restarted = [Silo(1, generation: 2), .. s_silos.Skip(1)];

        Assert.All(s_keys, key => Assert.Equal(
            AnchoredPlacementDirector.Choose(key, s_silos).Endpoint,
            AnchoredPlacementDirector.Choose(key, restarted).Endpoint));
    }

    [Theory]
    [InlineData("BTC-USD", 2)]
    [InlineData("ETH-USD", 1)]
    [InlineData("ADA-USD", 0)]
    [InlineData("SOL-USD", 1)]
    public void The_choice_is_the_same_in_every_process(string key, int expected) =>
        Assert.Equal(
            s_silos[expected], AnchoredPlacementDirector.Choose(IdSpan.Create(key), s_silos));

    private static SiloAddress Silo(int number, int generation) =>
        SiloAddress.New(new IPAddress([10, 0, 0, (byte)number]), 11111, generation);
}
