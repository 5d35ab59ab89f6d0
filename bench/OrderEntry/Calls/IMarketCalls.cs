using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>One way to the market. Each call returns when the market has answered.</summary>
internal interface IMarketCalls
{
    /// <summary>What is timed along this way, in turn.</summary>
    IReadOnlyList<TimedCall> Calls => OnDisk(this);

    /// <summary>The calls that every way has.</summary>
    static TimedCall[] OnDisk(IMarketCalls calls)
    {
        var order = default(OrderId);
        return
        [
            new("place an order", async _ => order = await calls.Place()),
            new("cancel an order", _ => calls.Cancel(order)),
            new("mass quote of 20", calls.MassQuote),
        ];
    }

    /// <summary>Places an order that rests.</summary>
    Task<OrderId> Place();

    /// <summary>Cancels it.</summary>
    Task Cancel(OrderId order);

    /// <summary>Replaces a ladder of twenty by one that stands a tick beside it.</summary>
    /// <param name="sequence">Rises with each.</param>
    Task MassQuote(long sequence);
}
