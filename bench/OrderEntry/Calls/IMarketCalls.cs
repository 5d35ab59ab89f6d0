using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>One way to the market. Each call returns when the market has answered.</summary>
internal interface IMarketCalls
{
    /// <summary>Places an order that rests.</summary>
    Task<OrderId> Place();

    /// <summary>Cancels it.</summary>
    Task Cancel(OrderId order);

    /// <summary>Replaces a ladder of twenty by one that stands a tick beside it.</summary>
    /// <param name="sequence">Rises with each.</param>
    Task MassQuote(long sequence);
}
