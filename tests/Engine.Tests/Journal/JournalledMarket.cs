using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Journal;

/// <summary>A market of <see cref="RandomCommands"/> with its journal, kept in lists.</summary>
internal sealed class JournalledMarket
{
    public static readonly FeeSchedule Fees = new(new FeeRate(-500), new FeeRate(3_000));

    private readonly JournalBuffer _buffer = new();
    private int _waiting;

    public JournalledMarket(StoredJournal? stored = null)
    {
        stored ??= Empty;
        Epoch = stored.Epoch;
        Next = stored.Next;
        Market = DurableMarket.Recover(RandomCommands.Spec, Fees, stored);
        Rows.AddRange(stored.Rows);
    }

    public static PairId Pair => RandomCommands.Spec.Id;

    public static StoredJournal Empty => new(Pair, 1, 1, null, []);

    public DurableMarket Market { get; }

    public long Epoch { get; }

    public long Next { get; private set; }

    public List<JournalRow> Rows { get; } = [];

    /// <summary>Gives everybody something to trade with.</summary>
    public JournalledMarket Funded()
    {
        foreach (var account in RandomCommands.Accounts)
        {
            Market.Engine.OpenAccount(account, new Quantity(60), new Notional(600));
            Market.Describe(account);
            Record(default);
        }
        return this;
    }

    /// <summary>Carries out random commands, half of the orders with a name that may have been
    /// used before, and writes rows of one to five records.</summary>
    public void Run(RandomCommands commands, Random random, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Do(commands.Next(Market.Engine), random, new Instant(step));
            if (random.Next(3) == 0)
                Flush();
        }
        Flush();
    }

    /// <summary>Writes what waits as a row.</summary>
    public void Flush()
    {
        if (_waiting == 0)
            return;
        Rows.Add(JournalRow.Of(
            Pair, Epoch, Next - _waiting, _waiting, _buffer.Written.ToArray()));
        _buffer.Clear();
        _waiting = 0;
    }

    public JournalSnapshot Snapshot()
    {
        var buffer = new JournalBuffer();
        var hash = Market.WriteSnapshot(buffer);
        return JournalSnapshot.Of(Pair, Epoch, Next - 1, hash, buffer.Written.ToArray());
    }

    /// <summary>What the next life finds.</summary>
    public StoredJournal Stored(JournalSnapshot? snapshot = null)
    {
        var after = snapshot?.Sequence ?? 0;
        return new StoredJournal(
            Pair, Epoch + 1, Next, snapshot, [.. Rows.Where(row => row.Next - 1 > after)]);
    }

    public void Record(Instant now)
    {
        if (!Market.TryRecord(_buffer, Next, now))
            return;
        Next++;
        _waiting++;
    }

    private void Do(Command command, Random random, Instant now)
    {
        switch (command)
        {
            case Command.Place { Order: var order } when random.Next(2) == 0:
                var name = ClientOrderId.Parse($"order-{random.Next(40)}");
                Market.Place(order with { ClientId = name }, now);
                break;
            case Command.Deposit deposit:
                Market.Engine.Advance(now);
                Outcome.Of(Market.Engine, deposit, now);
                Market.Describe(deposit.Account);
                break;
            default:
                Outcome.Of(Market.Engine, command, now);
                break;
        }
        Record(now);
    }
}
