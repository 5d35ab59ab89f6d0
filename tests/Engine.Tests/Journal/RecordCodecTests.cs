using CsCheck;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Journal;

public sealed class RecordCodecTests
{
    private static readonly Gen<AccountId> GenAccount =
        Gen.String[Gen.Char.AlphaNumeric, 1, AccountId.MaxLength].Select(AccountId.Parse);

    private static readonly Gen<ClientOrderId> GenClientId =
        Gen.String[Gen.Char['!', '~'], 1, ClientOrderId.MaxLength].Select(ClientOrderId.Parse);

    private static readonly Gen<Fill> GenFill =
        from numbers in Gen.Long.Array[8]
        from side in Gen.Enum<Side>()
        from maker in GenAccount
        from taker in GenAccount
        select new Fill(
            numbers[0], new Instant(numbers[1]), side, new Price(numbers[2]),
            new Quantity(numbers[3]), new OrderId(numbers[4]), new OrderId(numbers[5]), maker,
            taker, new Notional(numbers[6]), new Notional(numbers[7]));

    private static readonly Gen<RestingOrder> GenOrder =
        from numbers in Gen.Long.Array[12]
        from has in Gen.Bool.Array[9]
        from account in GenAccount
        from client in GenClientId
        from side in Gen.Enum<Side>()
        from kind in Gen.Enum<OrderKind>()
        from selfTrade in Gen.Enum<SelfTradePrevention>()
        from unit in Gen.Enum<TrailUnit>()
        select new RestingOrder(
            new OrderId(numbers[0]), account, side, new Price(numbers[1]),
            new Quantity(numbers[2]), IsQuote: false)
        {
            Kind = kind,
            SelfTrade = selfTrade,
            ClientId = has[0] ? client : null,
            Expires = has[1] ? new Instant(numbers[3]) : null,
            Trigger = has[2] ? new Price(numbers[4]) : null,
            Trail = has[3] ? new Trail(numbers[5], numbers[6], unit) : null,
            Display = has[4] ? new Quantity(numbers[7]) : default,
            Hidden = has[5] ? new Quantity(numbers[8]) : default,
            Budget = has[6] ? new Notional(numbers[9]) : null,
            Link = has[7] ? new OrderId(numbers[10]) : null,
            Slide = has[8],
        };

    private static readonly Gen<OrderChange> GenChange =
        from order in GenOrder
        from requeued in Gen.Bool
        from gone in Gen.Bool
        select new OrderChange(order.Id, requeued, gone ? null : order);

    private static readonly Gen<AccountSnapshot> GenAccountSnapshot =
        from name in GenAccount
        from numbers in Gen.Long.Array[6]
        from terms in Gen.Int.Array[3]
        from outcome in Gen.Enum<TransferOutcome>()
        select new AccountSnapshot(name, new Quantity(numbers[0]), new Notional(numbers[1]))
        {
            Terms = new AccountTerms(terms[0], terms[1], terms[2], new Quantity(numbers[2])),
            LastTransfer = new AppliedTransfer(
                new TransferNumber(numbers[3]), new Quantity(numbers[4]),
                new Notional(numbers[5]), outcome),
        };

    private static readonly Gen<ClientAnswer> GenAnswer =
        from account in GenAccount
        from client in GenClientId
        from fingerprint in Gen.ULong
        from rejection in Gen.Enum<Rejection>()
        from numbers in Gen.Long.Array[4]
        select new ClientAnswer(
            account, client, fingerprint,
            new PlaceResult(
                rejection, new OrderId(numbers[0]), new Quantity(numbers[1]),
                new Quantity(numbers[2]), new Quantity(numbers[3])));

    [Fact]
    public void A_record_is_read_as_it_was_written() =>
        Gen.Select(
            Gen.Long, Gen.Long, GenFill.Array[0, 5], GenChange.Array[0, 5],
            GenAccountSnapshot.Array[0, 3], GenAnswer, Gen.Int[0, 5])
            .Sample((sequence, at, fills, changes, accounts, answer, parts) =>
            {
                var written = new JournalRecord { Sequence = sequence, At = new Instant(at) };
                written.Fills.AddRange(fills);
                written.Orders.AddRange(changes);
                written.Accounts.AddRange(accounts);
                written.Answer = parts % 2 == 0 ? answer : null;
                written.Halt = (parts / 2) switch
                {
                    0 => null,
                    1 => new HaltChange("Störung"),
                    _ => new HaltChange(null),
                };
                var buffer = new JournalBuffer();
                RecordCodec.Write(buffer, written);

                var reader = new JournalReader(buffer.Written.Span);
                var read = new JournalRecord();
                RecordCodec.Read(ref reader, read);

                Assert.Equal(0, reader.Left);
                Assert.Equal((written.Sequence, written.At), (read.Sequence, read.At));
                Assert.Equal(written.Fills, read.Fills);
                Assert.Equal(written.Orders, read.Orders);
                Assert.Equal(written.Accounts, read.Accounts);
                Assert.Equal(written.Answer, read.Answer);
                Assert.Equal(written.Halt, read.Halt);
            });

    [Fact]
    public void Writing_a_record_allocates_nothing_once_the_buffer_is_large_enough()
    {
        var record = new JournalRecord { Sequence = 1 };
        record.Orders.Add(new OrderChange(
            new OrderId(1),
            true,
            new RestingOrder(
                new OrderId(1), TestPair.Ann, Side.Buy, new Price(5), new Quantity(1), false)));
        var buffer = new JournalBuffer();

        Assert.Equal(0, Allocated.Least(_ =>
        {
            for (var i = 0; i < 100; i++)
                Write(buffer, record);
        }));
    }

    private static void Write(JournalBuffer buffer, JournalRecord record)
    {
        buffer.Clear();
        RecordCodec.Write(buffer, record);
    }
}
