namespace MarketMaker.Simulation.Tests.Harness;

/// <summary>The only source of chance: SplitMix64, the same on every machine.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own for one actor, so that what another draws does not shift it.
    /// </summary>
    public SeededRandom Fork() => new(Next());

    /// <summary>0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Both ends are possible.</summary>
    public long Between(long least, long most) =>
        least + (long)Math.BigMul(Next(), (ulong)(most - least + 1), out _);

    /// <summary>From <paramref name="least"/> up to, not including, <paramref name="most"/>.
    /// </summary>
    public double Between(double least, double most) =>
        least + (most - least) * (Next() >> 11) / (1L << 53);

    /// <summary>To the microsecond.</summary>
    public TimeSpan Milliseconds(double least, double most) =>
        TimeSpan.FromMicroseconds((long)(1000 * Between(least, most)));

    public bool OneIn(int times) => Below(times) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
