using Grpc.Core;

namespace MarketMaker.Grpc.Failures;

/// <summary>Counts the open streams of a kind.</summary>
/// <param name="limit">How many there may be.</param>
/// <param name="kind">What they are called, for who is refused.</param>
internal sealed class StreamSeats(int limit, string kind)
{
    private int _taken;

    /// <summary>Takes a seat; disposing gives it back.</summary>
    /// <exception cref="RpcException">All are taken.</exception>
    public IDisposable Take()
    {
        if (Interlocked.Increment(ref _taken) <= limit)
            return new Seat(this);
        Interlocked.Decrement(ref _taken);
        throw new RpcException(new Status(
            StatusCode.ResourceExhausted, $"{limit} streams of {kind} are open, the limit."));
    }

    private sealed class Seat(StreamSeats seats) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref seats._taken);
    }
}
