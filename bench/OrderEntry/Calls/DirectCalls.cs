using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>Calls the grain itself.</summary>
internal sealed class DirectCalls(IMatchingEngineGrain engine) : IMarketCalls
{
    private static readonly Quantity _size = new(10);

    private long _market;
    private long _sequence;

    /// <summary>A maker's own quotes are memory; its orders are on the disk before it hears of
    /// them.</summary>
    public IReadOnlyList<TimedCall> Calls =>
    [
        new("place a quote", _ => Change(_size)),
        new("cancel a quote", _ => Change(Quantity.Zero)),
        .. IMarketCalls.OnDisk(this),
    ];

    public async Task<OrderId> Place()
    {
        var reply = await engine.Place(new NewOrder(
            CallsCommand.Account,
            Side.Buy,
            OrderKind.PostOnly,
            new Price(Ladders.OrderPrice),
            _size));
        return reply.Result.Rejection == Rejection.None
            ? reply.Result.Id
            : throw new InvalidOperationException($"Not placed: {reply.Result.Rejection}.");
    }

    public async Task Cancel(OrderId order)
    {
        var result = await engine.Cancel(CallsCommand.Account, order);
        if (result.Rejection != Rejection.None)
            throw new InvalidOperationException($"Not cancelled: {result.Rejection}.");
    }

    public Task MassQuote(long sequence) => Quote(() => engine.MassQuote(new MassQuote(
        CallsCommand.Account,
        1,
        ++_sequence,
        Levels(sequence, Side.Buy),
        Levels(sequence, Side.Sell),
        PauseReason.None)
    {
        Lease = Lease,
    }));

    /// <summary>Puts a quote behind the ladder, or takes it out.</summary>
    private Task Change(Quantity quantity) => Quote(() => engine.ChangeQuote(new QuoteChange(
        CallsCommand.Account,
        1,
        ++_sequence,
        new Quote(Side.Buy, new Price(Ladders.QuotePrice), quantity),
        Lease)));

    private QuoteLease Lease => new(_market, Ladders.Lease);

    private async Task Quote(Func<ValueTask<MassQuoteReply>> send)
    {
        var reply = await send();
        if (reply.Rejection == Rejection.StaleMarket)
        {
            _market = reply.Market;
            reply = await send();
        }
        if (reply.Rejection != Rejection.None || reply.Reports.Any(report => !report.Rests))
            throw new InvalidOperationException($"Not quoted: {reply.Rejection}.");
    }

    private static Quote[] Levels(long sequence, Side side)
    {
        var quotes = new Quote[Ladders.Levels];
        for (var level = 0; level < quotes.Length; level++)
        {
            var price = side == Side.Buy
                ? Ladders.Bid(sequence, level)
                : Ladders.Ask(sequence, level);
            quotes[level] = new Quote(side, new Price(price), _size);
        }
        return quotes;
    }
}
