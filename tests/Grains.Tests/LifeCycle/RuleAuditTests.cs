using System.Collections.Immutable;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.LifeCycle;
using MarketMaker.Grains.State;
using MarketMaker.Grains.Tests.Making;
using Orleans.Core.Internal;

namespace MarketMaker.Grains.Tests.LifeCycle;

/// <summary>A rule's audit, in its state and in its pages.</summary>
public sealed class RuleAuditTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    private readonly string _name = $"audited-{Guid.NewGuid():N}";

    [Fact]
    public async Task No_line_is_lost_however_many_there_are_and_across_a_restart()
    {
        const int Notes = 1_070;
        var rule = new RuleUnderTest(fixture.Grains, _name);
        await rule.Upload(RuleUnderTest.At(1));
        var begun = (await rule.Grain.GetAudit()).Length;
        for (var i = 0; i < Notes; i++)
            await rule.Grain.Note("A-B", $"note {i}", RuleUnderTest.Bob);
        await rule.Grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

        var latest = await rule.Grain.GetAudit();
        var before = await rule.Grain.GetAudit(latest[^1].Number);

        Assert.Equal(RuleAudit.MaxLines, latest.Length);
        Assert.Equal(begun + Notes, latest.Length + before.Length);
        Assert.Equal(
            Enumerable.Range(1, begun + Notes).Reverse().Select(number => (long)number),
            latest.Concat(before).Select(line => line.Number));
        Assert.Equal(
            Enumerable.Range(0, Notes).Reverse().Select(i => $"note {i}: a look at it"),
            latest.Concat(before).Take(Notes).Select(line => line.Why));
        Assert.Empty(await rule.Grain.GetAudit(1));
        Assert.Equal([1L], (await rule.Grain.GetAudit(2)).Select(line => line.Number));
    }

    [Fact]
    public async Task What_the_state_carries_stays_small()
    {
        var state = new StateInMemory(Lines(1, 1_000));

        await Audit(state).Archive();

        Assert.InRange(
            state.State.Audit.Count, RuleAudit.PageLength, 2 * RuleAudit.PageLength - 1);
        Assert.Equal(Numbers(1_000, 1), await Read(state, long.MaxValue));
    }

    [Fact]
    public async Task An_archiving_that_ended_halfway_is_done_again_and_no_line_is_told_twice()
    {
        // What an earlier program kept: the oldest of its lines were forgotten.
        var state = new StateInMemory(Lines(37, 150)) { IsFull = true };

        await Assert.ThrowsAsync<IOException>(() => Audit(state).Archive());
        var (halfway, carried) = (await Read(state, long.MaxValue), state.State.Audit.Count);
        state.IsFull = false;
        await Audit(state).Archive();

        Assert.Equal(150 - 36, carried);
        Assert.Equal(Numbers(150, 37), halfway);
        Assert.Equal(Numbers(150, 37), await Read(state, long.MaxValue));
        Assert.Equal(Numbers(60, 37), await Read(state, 61));
        Assert.True(state.State.Audit[0].Number > 50);
    }

    [Fact]
    public async Task A_rule_without_a_past_has_no_lines() =>
        Assert.Empty(await Read(new StateInMemory([]), long.MaxValue));

    private static IEnumerable<long> Numbers(long newest, long oldest)
    {
        for (var number = newest; number >= oldest; number--)
            yield return number;
    }

    private static ImmutableList<StrategyAuditEntry> Lines(int first, int last) =>
    [
        .. Enumerable.Range(first, last - first + 1).Select(number => new StrategyAuditEntry(
            number, new Instant(number), "ann", StrategyStep.Configured, "v", [], "why")),
    ];

    private RuleAudit Audit(StateInMemory state) =>
        new(fixture.Grains, _name, new StateWriter<StrategyState>(state));

    private async Task<long[]> Read(StateInMemory state, long before) =>
        [.. (await Audit(state).Read(before)).Select(line => line.Number)];

    private sealed class StateInMemory(ImmutableList<StrategyAuditEntry> lines)
        : IPersistentState<StrategyState>
    {
        /// <summary>Nothing can be written.</summary>
        public bool IsFull { get; set; }

        public StrategyState State { get; set; } = new() { Audit = lines };

        public string Etag => "";

        public bool RecordExists => true;

        public Task ClearStateAsync() => throw new NotSupportedException();

        public Task ReadStateAsync() => throw new NotSupportedException();

        public Task WriteStateAsync() =>
            IsFull ? Task.FromException(new IOException("No space is left.")) : Task.CompletedTask;
    }
}
