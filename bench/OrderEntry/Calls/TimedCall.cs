namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>A kind of call that is timed.</summary>
/// <param name="Operation">Its name.</param>
/// <param name="Make">Makes one; the argument rises by one from round to round.</param>
internal sealed record TimedCall(string Operation, Func<long, Task> Make);
