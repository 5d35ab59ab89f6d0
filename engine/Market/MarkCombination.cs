using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Makes one price of several: the rules alone, without memory.</summary>
/// <remarks>
/// Three and more: the weighted median says which are far from it, by more than D; if these are not
/// the minority, nobody can tell who is right. The rest is cut off at ±0.5 % of that median, and
/// its own weighted median is the price. Two: the mean, weighted by weight × size. No two prices
/// are ever averaged that are further apart than D. Everything is rounded to the nearest half tick,
/// ties up; the order of the sources does not matter. Allocates nothing.
/// </remarks>
public static class MarkCombination
{
    /// <summary>Combines prices.</summary>
    /// <param name="live">At most <see cref="ReferencePlan.MaxSources"/>, of different numbers.
    /// </param>
    /// <param name="limits">D.</param>
    public static CombinedMark Combine(ReadOnlySpan<LiveMark> live, ReferenceLimits limits)
    {
        if (live.IsEmpty)
            return default;
        Span<LiveMark> sorted = stackalloc LiveMark[live.Length];
        live.CopyTo(sorted);
        Sort(sorted);
        if (live.Length < 3)
            return Average(sorted, sorted, limits);
        if (!TryMedian(sorted, sorted, limits, out var median))
            return new CombinedMark(default, 0, Disagree: true);
        Span<LiveMark> near = stackalloc LiveMark[live.Length];
        var (count, far) = (0, 0);
        foreach (ref readonly var one in sorted)
        {
            if (limits.AreApart(one.Mark, median))
                far |= 1 << one.Source;
            else
                near[count++] = one;
        }
        if (count * 2 <= live.Length)
            return new CombinedMark(default, 0, Disagree: true);
        near = near[..count];
        Span<LiveMark> clamped = stackalloc LiveMark[count];
        for (var i = 0; i < count; i++)
            clamped[i] = near[i] with { Mark = Clamp(near[i].Mark, median) };
        if (count == 2)
            return Average(near, clamped, limits) with { Far = far };
        return TryMedian(near, clamped, limits, out var mark)
            ? new CombinedMark(mark, far, Disagree: false)
            : new CombinedMark(default, 0, Disagree: true);
    }

    /// <summary>One price, or the mean of two.</summary>
    private static CombinedMark Average(
        ReadOnlySpan<LiveMark> said, ReadOnlySpan<LiveMark> used, ReferenceLimits limits)
    {
        if (used.Length == 1)
            return new CombinedMark(used[0].Mark, 0, Disagree: false);
        if (limits.AreApart(said[0].Mark, said[1].Mark))
            return new CombinedMark(default, 0, Disagree: true);
        var (low, high) = ((UInt128)Pull(used[0]), (UInt128)Pull(used[1]));
        if (low + high == 0)
            (low, high) = ((UInt128)used[0].Weight, (UInt128)used[1].Weight);
        // The sum is brought to 62 bits, so that it times a distance fits into 128.
        var shift = Math.Max(0, 66 - (int)UInt128.LeadingZeroCount(low + high));
        var (part, whole) = (high >> shift, (low >> shift) + (high >> shift));
        var distance = (UInt128)(used[1].Mark.HalfTicks - used[0].Mark.HalfTicks);
        var step = (distance * part + whole / 2) / whole;
        return new CombinedMark(
            new Mark(used[0].Mark.HalfTicks + (long)step), 0, Disagree: false);
    }

    /// <summary>The weighted median; where it lies between two prices, their middle.</summary>
    /// <returns>False if these two are too far apart to have a middle.</returns>
    private static bool TryMedian(
        ReadOnlySpan<LiveMark> said,
        ReadOnlySpan<LiveMark> used,
        ReferenceLimits limits,
        out Mark median)
    {
        var total = 0L;
        foreach (ref readonly var one in used)
            total += one.Weight;
        var (at, sum) = (0, (long)used[0].Weight);
        while (sum * 2 < total)
            sum += used[++at].Weight;
        var upper = sum * 2 == total ? at + 1 : at;
        var (low, high) = (used[at].Mark.HalfTicks, used[upper].Mark.HalfTicks);
        median = new Mark(low + (high - low + 1) / 2);
        return !limits.AreApart(said[at].Mark, said[upper].Mark);
    }

    private static Mark Clamp(Mark mark, Mark median)
    {
        var reach = (long)((Int128)median.HalfTicks * ReferenceLimits.Clamp.PartsPerMillion
            / 1_000_000);
        return new Mark(
            Math.Clamp(mark.HalfTicks, median.HalfTicks - reach, median.HalfTicks + reach));
    }

    private static UInt128 Pull(in LiveMark one) => (UInt128)one.Weight * (ulong)one.Size.Lots;

    private static void Sort(Span<LiveMark> marks)
    {
        for (var i = 1; i < marks.Length; i++)
        {
            for (var j = i; j > 0 && Precedes(marks[j], marks[j - 1]); j--)
                (marks[j], marks[j - 1]) = (marks[j - 1], marks[j]);
        }
    }

    private static bool Precedes(in LiveMark left, in LiveMark right) =>
        left.Mark != right.Mark ? left.Mark < right.Mark : left.Source < right.Source;
}
