using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Grains.Tests.Journal;

public sealed class JournalWriterTests : IAsyncLifetime
{
    private static readonly AccountId _ann = AccountId.Parse("ann");

    private readonly FaultyJournalStore _store = new(new MemoryJournalStore());
    private readonly JournalWriter _writer;

    public JournalWriterTests() => _writer = NewWriter(10_000);

    public Task InitializeAsync()
    {
        _writer.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _writer.DisposeAsync();

    [Fact]
    public async Task What_comes_during_a_transaction_of_all_pairs_is_the_next()
    {
        var (first, second) = (await NewPair(), await NewPair());
        _store.Close();
        first.Place();
        await _store.Arrival();

        for (var i = 0; i < 10; i++)
            first.Place();
        for (var i = 0; i < 5; i++)
            second.Place();
        _store.Open();
        await Task.WhenAll(first.Journal.Tail, second.Journal.Tail);

        // Opening the accounts was two of the transactions.
        Assert.Equal([[1], [1], [1], [10, 5]], _store.Appends);
        Assert.Equal((4, 18), (_writer.Transactions, _writer.Records));
    }

    [Fact]
    public async Task Nothing_is_durable_before_its_transaction()
    {
        var pair = await NewPair();
        _store.Close();

        pair.Place();
        await _store.Arrival();
        var before = pair.Journal.Tail.IsCompleted;
        _store.Open();
        await pair.Journal.Tail;

        Assert.False(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failed_transaction_ends_the_life_and_the_next_reads_the_truth(
        bool isStored)
    {
        var pair = await NewPair();
        _store.Close();
        pair.Place();
        await _store.Arrival();
        pair.Place();
        (_store.FailsBefore, _store.FailsAfter) = (!isStored, isStored);

        _store.Open();
        await Assert.ThrowsAsync<JournalLostException>(() => pair.Journal.Tail);
        var (_, stored) = await _writer.Open(pair.Market.Engine.Spec, default);
        var recovered = DurableMarket.Recover(pair.Market.Engine.Spec, default, stored);

        Assert.False(pair.Place());
        Assert.NotNull(pair.Journal.Lost);
        Assert.Equal(isStored ? 1 : 0, recovered.Engine.RestingOrders);
        Assert.Equal(stored.Next, isStored ? 3 : 2);
    }

    [Fact]
    public async Task An_older_life_is_told_that_it_is_over()
    {
        var old = await NewPair();
        var (_, stored) = await _writer.Open(old.Market.Engine.Spec, default);

        old.Place();
        var error = await Assert.ThrowsAsync<JournalLostException>(() => old.Journal.Tail);

        Assert.Equal(
            $"A later activation has the journal: records 2 to 2 of {old.Id} in life 1.",
            error.Message);
        Assert.Equal(2, stored.Epoch);
        Assert.Equal(2, (await _writer.Open(old.Market.Engine.Spec, default)).Stored.Next);
    }

    [Fact]
    public async Task A_pair_with_too_much_waiting_is_full_until_it_is_written()
    {
        var pair = await NewPair();
        _store.Close();
        pair.Place();
        await _store.Arrival();
        for (var i = 0; i < PairJournal.MaxWaiting; i++)
            pair.Place();

        var isFull = pair.Journal.IsFull;
        _store.Open();
        await pair.Journal.Tail;

        Assert.True(isFull);
        Assert.False(pair.Journal.IsFull);
    }

    [Fact]
    public async Task A_snapshot_comes_after_so_many_records_and_agrees_with_them()
    {
        await using var writer = NewWriter(records: 20);
        writer.Start();
        var pair = await JournalledPair.Open(writer, JournalStores.NewPair(), _ann);
        for (var i = 0; i < 200; i++)
        {
            pair.Place();
            await pair.Journal.Tail;
        }

        var (_, stored) = await writer.Open(pair.Market.Engine.Spec, default);
        var recovered = DurableMarket.Recover(pair.Market.Engine.Spec, default, stored);

        Assert.NotNull(stored.Snapshot);
        Assert.InRange(stored.Rows.Count, 0, 150);
        Assert.Equal(pair.Market.StateHash(), recovered.StateHash());
    }

    [Fact]
    public async Task A_closed_journal_writes_what_waits_and_takes_no_more()
    {
        var pair = await NewPair();
        pair.Place();

        await _writer.Stop();
        await pair.Journal.Tail;
        pair.Place();

        await Assert.ThrowsAsync<JournalLostException>(() => pair.Journal.Tail);
    }

    [Fact]
    public async Task Whatever_breaks_down_nobody_waits_for_ever_and_others_are_written()
    {
        var log = new FaultyLog();
        using var loggers = new LoggerFactory([log]);
        await using var writer = NewWriter(10_000, loggers.CreateLogger<JournalWriter>());
        writer.Start();
        var first = await JournalledPair.Open(writer, JournalStores.NewPair(), _ann);
        var second = await JournalledPair.Open(writer, JournalStores.NewPair(), _ann);

        _store.FailsBefore = true;
        log.FailAt("1 pairs could not be written");
        first.Place();
        await Assert.ThrowsAsync<JournalLostException>(
            () => first.Journal.Tail.WaitAsync(LocalCluster.Patience));
        second.Place();
        await second.Journal.Tail.WaitAsync(LocalCluster.Patience);

        Assert.NotNull(first.Journal.Lost);
        Assert.Null(second.Journal.Lost);
    }

    private JournalWriter NewWriter(int records, ILogger<JournalWriter>? logger = null) => new(
        _store,
        new JournalOptions { SnapshotRecords = records },
        logger ?? NullLogger<JournalWriter>.Instance);

    private Task<JournalledPair> NewPair() =>
        JournalledPair.Open(_writer, JournalStores.NewPair(), _ann);
}
