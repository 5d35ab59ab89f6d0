using System.Text;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>The contract of a journal's store, held against each of them.</summary>
public sealed class JournalStoreTests(JournalStores stores) : IClassFixture<JournalStores>
{
    public static TheoryData<string> Kinds => JournalStores.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_pair_has_nothing_and_its_first_life(string kind)
    {
        var store = await stores.Get(kind);

        var stored = await store.Open(JournalStores.NewPair(), JournalStores.Steps, default);

        Assert.Equal((1, 1, null), (stored.Epoch, stored.Next, stored.Snapshot));
        Assert.Empty(stored.Rows);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_come_back_as_they_were_in_order(string kind)
    {
        var store = await stores.Get(kind);
        var pair = JournalStores.NewPair();
        await store.Open(pair, JournalStores.Steps, default);
        JournalRow[] rows = [Row(pair, 1, 1, 3), Row(pair, 1, 4, 1), Row(pair, 1, 5, 120)];

        foreach (var row in rows)
            Assert.True(Assert.Single(await Append(store, row)));
        var stored = await store.Open(pair, JournalStores.Steps, default);

        Assert.Equal((2, 125), (stored.Epoch, stored.Next));
        Assert.Equal(rows.Select(Show), stored.Rows.Select(Show));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_older_life_is_refused_and_leaves_no_trace(string kind)
    {
        var store = await stores.Get(kind);
        var pair = JournalStores.NewPair();
        await store.Open(pair, JournalStores.Steps, default);
        await Append(store, Row(pair, 1, 1, 2));
        await store.Open(pair, JournalStores.Steps, default);

        var old = await Append(store, Row(pair, 1, 3, 1));
        var young = await Append(store, Row(pair, 2, 3, 5));
        var stored = await store.Open(pair, JournalStores.Steps, default);

        Assert.Equal((false, true), (old[0], young[0]));
        Assert.Equal([2, 5], stored.Rows.Select(row => row.Count));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_that_is_repeated_or_leaves_a_gap_is_refused(string kind)
    {
        var store = await stores.Get(kind);
        var pair = JournalStores.NewPair();
        await store.Open(pair, JournalStores.Steps, default);
        await Append(store, Row(pair, 1, 1, 2));

        var again = await Append(store, Row(pair, 1, 1, 2));
        var gap = await Append(store, Row(pair, 1, 4, 1));

        Assert.Equal((false, false), (again[0], gap[0]));
        Assert.Equal(3, (await store.Open(pair, JournalStores.Steps, default)).Next);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_pair_that_is_refused_does_not_hold_up_the_others(string kind)
    {
        var store = await stores.Get(kind);
        PairId[] pairs = [.. Enumerable.Range(0, 3).Select(_ => JournalStores.NewPair())];
        foreach (var pair in pairs)
            await store.Open(pair, JournalStores.Steps, default);
        await store.Open(pairs[1], JournalStores.Steps, default);

        var appended = await store.Append(
            [.. pairs.Reverse().Select(pair => new JournalBatch(Row(pair, 1, 1, 1), null))],
            default);

        Assert.Equal([true, false, true], appended);
        Assert.Empty((await store.Open(pairs[1], JournalStores.Steps, default)).Rows);
        Assert.Single((await store.Open(pairs[2], JournalStores.Steps, default)).Rows);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_last_two_snapshots_and_the_rows_since_the_older_are_kept(string kind)
    {
        var store = await stores.Get(kind);
        var pair = JournalStores.NewPair();
        await store.Open(pair, JournalStores.Steps, default);
        for (var first = 1; first <= 25; first += 5)
        {
            // Taken within its row: what comes after it is in the row alone.
            var snapshot = JournalSnapshot.Of(
                pair, 1, first + 3, ulong.MaxValue - (ulong)first, Bytes($"snapshot {first}"));
            await store.Append([new JournalBatch(Row(pair, 1, first, 5), snapshot)], default);
        }

        var stored = await store.Open(pair, JournalStores.Steps, default);

        Assert.Equal(24, stored.Snapshot!.Sequence);
        Assert.Equal(ulong.MaxValue - 21, stored.Snapshot.StateHash);
        Assert.Equal("snapshot 21", Encoding.ASCII.GetString(stored.Snapshot.Payload.Span));
        Assert.Equal([21L], stored.Rows.Select(row => row.First));
        Assert.Equal(26, stored.Next);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pair_counts_in_what_its_first_life_did(string kind)
    {
        var store = await stores.Get(kind);
        var pair = JournalStores.NewPair();

        var first = await store.Open(pair, JournalStores.Steps, default);
        var second = await store.Open(pair, "ticks of 2 and lots of 1", default);

        Assert.Equal(
            (JournalStores.Steps, JournalStores.Steps), (first.Steps, second.Steps));
    }

    private static Task<bool[]> Append(IJournalStore store, JournalRow row) =>
        store.Append([new JournalBatch(row, null)], default);

    private static JournalRow Row(PairId pair, long epoch, long first, int count) =>
        JournalRow.Of(pair, epoch, first, count, Bytes($"records {first} to {first + count}"));

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static string Show(JournalRow row) =>
        $"{row.Pair} {row.Epoch} {row.First} {row.Count} {row.Checksum} "
        + Convert.ToHexString(row.Payload.Span);
}
