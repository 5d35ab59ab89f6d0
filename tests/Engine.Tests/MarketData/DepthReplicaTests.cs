using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.MarketData;

public sealed class DepthReplicaTests
{
    private const int Messages = 300;

    private static readonly Gen<int> _seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void It_equals_the_book_after_every_diff_however_many_commands_a_diff_covers() =>
        Gen.Select(_seeds, Gen.Int[0, 8].Array[Messages]).Sample((seed, pauses) =>
        {
            var market = new MovingMarket(seed);
            var (replica, last) = Started(market);
            foreach (var commands in pauses)
            {
                market.Move(commands);
                var now = market.Look();

                var status = replica.Apply(DepthDiff.Between(last, now));

                Assert.Equal(ReplicaStatus.Current, status);
                AssertSame(now, replica);
                last = now;
            }
        }, iter: 50);

    [Fact]
    public void A_lost_diff_is_a_gap_until_the_next_snapshot() =>
        _seeds.Sample(seed =>
        {
            var market = new MovingMarket(seed);
            var (replica, before) = Started(market);
            var lost = Step(market);
            var next = Step(market);
            var after = Step(market);

            var statuses = new[]
            {
                replica.Apply(DepthDiff.Between(lost, next)),
                replica.Apply(DepthDiff.Between(next, after)),
                replica.Apply(DepthDiff.Between(before, lost)),
            };

            Assert.All(statuses, status => Assert.Equal(ReplicaStatus.Gap, status));
            AssertSame(new Depth(0, [], []), replica);
            Assert.Equal(ReplicaStatus.Current, replica.Apply(after, after.Checksum));
            AssertSame(after, replica);
        }, iter: 100);

    [Fact]
    public void A_diff_out_of_its_turn_is_a_gap_and_a_repeated_one_changes_nothing() =>
        _seeds.Sample(seed =>
        {
            var market = new MovingMarket(seed);
            var (replica, first) = Started(market);
            var second = Step(market);
            var third = Step(market);
            var step = DepthDiff.Between(first, second);

            Assert.Equal(ReplicaStatus.Current, replica.Apply(step));
            Assert.Equal(ReplicaStatus.Repeated, replica.Apply(step));
            AssertSame(second, replica);
            Assert.Equal(
                ReplicaStatus.Current, replica.Apply(DepthDiff.Between(second, third)));
            Assert.Equal(ReplicaStatus.Repeated, replica.Apply(step));
            AssertSame(third, replica);
        }, iter: 100);

    [Fact]
    public void A_diff_over_part_of_what_is_known_is_a_gap()
    {
        var market = new MovingMarket(seed: 1);
        var first = market.Look();
        var second = Step(market);
        var third = Step(market);
        var replica = new DepthReplica();
        replica.Apply(second, second.Checksum);

        Assert.Equal(ReplicaStatus.Gap, replica.Apply(DepthDiff.Between(first, third)));
    }

    [Fact]
    public void A_level_that_arrived_changed_is_found_by_the_checksum() =>
        Gen.Select(_seeds, Gen.Int[1, 1000]).Sample((seed, error) =>
        {
            var market = new MovingMarket(seed);
            var (replica, before) = Started(market);
            var diff = DepthDiff.Between(before, Step(market));
            var damaged = new DepthDiff(
                diff.Previous, diff.Sequence, Damaged(diff.Bids, error), Damaged(diff.Asks, error),
                diff.Checksum);

            var status = replica.Apply(damaged);

            Assert.Equal(ReplicaStatus.Corrupt, status);
            Assert.Equal(0, replica.Bids.Length + replica.Asks.Length);
        }, iter: 100);

    [Fact]
    public void A_diff_to_itself_proves_the_copy()
    {
        var market = new MovingMarket(seed: 1);
        var (replica, depth) = Started(market);

        var status = replica.Apply(DepthDiff.Between(depth, depth));

        Assert.Equal(ReplicaStatus.Current, status);
        AssertSame(depth, replica);
    }

    [Fact]
    public void Without_a_snapshot_there_is_nothing_to_change()
    {
        var replica = new DepthReplica();

        var status = replica.Apply(new DepthDiff(0, 1, [], [], DepthChecksum.Of([], [])));

        Assert.Equal(ReplicaStatus.Gap, status);
    }

    private static (DepthReplica Replica, Depth Depth) Started(MovingMarket market)
    {
        market.Move(50);
        var depth = market.Look();
        var replica = new DepthReplica();
        Assert.Equal(ReplicaStatus.Current, replica.Apply(depth, depth.Checksum));
        return (replica, depth);
    }

    /// <summary>Moves the market until its depth is another.</summary>
    private static Depth Step(MovingMarket market)
    {
        var before = market.Look();
        do
            market.Move(1);
        while (market.Look().Sequence == before.Sequence);
        return market.Look();
    }

    private static DepthLevel[] Damaged(ReadOnlySpan<DepthLevel> levels, int error) =>
        [.. levels.ToArray().Select(level =>
            level with { Quantity = new Quantity(level.Quantity.Lots + error) })];

    private static void AssertSame(Depth expected, DepthReplica actual)
    {
        Assert.Equal(expected.Bids, actual.Bids);
        Assert.Equal(expected.Asks, actual.Asks);
    }
}
