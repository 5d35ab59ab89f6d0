using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Journal;

/// <summary>Whatever happens to a stored byte, the pair does not start, and the error says where.
/// </summary>
public sealed class DamageTests
{
    // The accounts' four records are one row, three orders and a trade another.
    private const long FirstOfRow = 5;

    private readonly JournalledMarket _market = new JournalledMarket().Funded();

    public DamageTests()
    {
        _market.Flush();
        var bob = RandomCommands.Accounts[0];
        Place(new NewOrder(bob, Side.Sell, OrderKind.Limit, new Price(7), new Quantity(3))
        {
            ClientId = ClientOrderId.Parse("a"),
        });
        Place(new NewOrder(
            RandomCommands.Accounts[1], Side.Buy, OrderKind.Limit, new Price(7), new Quantity(2)));
        Place(new NewOrder(bob, Side.Sell, OrderKind.Limit, new Price(9), new Quantity(1)));
        _market.Flush();
        Place(new NewOrder(bob, Side.Sell, OrderKind.Limit, new Price(9), new Quantity(2)));
        _market.Flush();
    }

    [Fact]
    public void Every_flipped_bit_of_a_row_is_found_and_located_within_it()
    {
        var row = _market.Rows[1];
        for (var bit = 0; bit < row.Payload.Length * 8; bit++)
        {
            var bytes = row.Payload.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            var error = Damage(row with { Payload = bytes });

            Assert.Equal(JournalledMarket.Pair, error.Pair);
            Assert.InRange(error.Sequence, row.First, row.Next - 1);
        }
    }

    [Fact]
    public void A_flipped_bit_is_located_in_its_record()
    {
        var row = _market.Rows[1];
        var bytes = row.Payload.ToArray();
        bytes[^1] ^= 1;

        var error = Damage(row with { Payload = bytes });

        Assert.Equal(row.Next - 1, error.Sequence);
        Assert.StartsWith(
            "The journal of AAA-BBB is damaged at record 7 (the row of records 5 to 7): its "
            + "checksum does not fit.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_of_a_row_is_found()
    {
        var row = _market.Rows[1];
        for (var length = 0; length < row.Payload.Length; length++)
        {
            var error = Damage(row with { Payload = row.Payload[..length] });

            Assert.InRange(error.Sequence, row.First, row.Next - 1);
        }
    }

    [Fact]
    public void Every_flipped_bit_of_a_rows_columns_is_found()
    {
        var row = _market.Rows[1];
        JournalRow[] damaged =
        [
            .. Enumerable.Range(0, 31).Select(bit => row with { Count = row.Count ^ 1 << bit }),
            .. Enumerable.Range(0, 32).Select(
                bit => row with { Checksum = row.Checksum ^ 1u << bit }),
            .. Enumerable.Range(0, 62).Select(bit => row with { Epoch = row.Epoch ^ 1L << bit }),
            .. Enumerable.Range(0, 62).Select(bit => row with { First = row.First ^ 1L << bit }),
        ];

        Assert.All(damaged, row => Damage(row));
    }

    [Fact]
    public void A_missing_row_is_found()
    {
        var stored = _market.Stored();

        var middle = Find(stored with { Rows = [stored.Rows[0], stored.Rows[2]] });
        var last = Find(stored with { Rows = [stored.Rows[0], stored.Rows[1]] });

        Assert.Equal((FirstOfRow, 8), (middle.Sequence, last.Sequence));
        Assert.Contains("records before it are missing", middle.Message, StringComparison.Ordinal);
        Assert.Contains("record 8 should be the last", last.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flipped_bit_and_every_truncation_of_a_snapshot_is_found()
    {
        var snapshot = _market.Snapshot();
        for (var bit = 0; bit < snapshot.Payload.Length * 8; bit++)
        {
            var bytes = snapshot.Payload.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Find(_market.Stored(snapshot with { Payload = bytes }));
        }
        for (var length = 0; length < snapshot.Payload.Length; length++)
            Find(_market.Stored(snapshot with { Payload = snapshot.Payload[..length] }));
        var error = Find(_market.Stored(snapshot with { StateHash = snapshot.StateHash ^ 1 }));

        Assert.Equal(snapshot.Sequence, error.Sequence);
    }

    private CorruptJournalException Damage(JournalRow row)
    {
        var stored = _market.Stored();
        return Find(stored with { Rows = [stored.Rows[0], row, stored.Rows[2]] });
    }

    private static CorruptJournalException Find(StoredJournal stored) =>
        Assert.Throws<CorruptJournalException>(
            () => DurableMarket.Recover(RandomCommands.Spec, JournalledMarket.Fees, stored));

    private void Place(in NewOrder order)
    {
        _market.Market.Place(order, default);
        _market.Record(default);
    }
}
