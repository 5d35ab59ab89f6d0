namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>SplitMix64: the pseudo-random numbers of the generated workloads.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> − 1: the high half of the product.
    /// </summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
