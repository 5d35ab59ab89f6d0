using CsCheck;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Contract;

public sealed class WindowTests
{
    [Fact]
    public void It_agrees_with_a_list_whatever_comes_in() =>
        Gen.Select(Gen.Int[1, 20], Gen.Double[-1e6, 1e6].Array[0, 100]).Sample(
            (size, values) =>
            {
                var window = Window(size);
                var list = new List<double>();
                foreach (var value in values)
                {
                    window.Add(value);
                    list.Insert(0, value);
                    list.RemoveRange(Math.Min(size, list.Count), Math.Max(0, list.Count - size));
                    AssertIs(list, window);
                }
            }, iter: 500);

    // A price near 60,000 that moves by cents: sums of plain squares would lose the deviation.
    [Fact]
    public void Small_moves_of_a_large_price_are_not_lost()
    {
        var window = Window(4);
        for (var i = 0; i < 10_001; i++)
            window.Add(60_000 + i % 2 * 0.01);

        // 0, 1, 0, 1 cents: the mean is half a cent, the deviation √(4 · 0.5² / 3) cents.
        Assert.Equal(60_000.005, window.Mean, 1e-9);
        Assert.Equal(0.01 * Math.Sqrt(1.0 / 3), window.Deviation, 1e-9);
    }

    [Fact]
    public void What_is_not_finite_changes_nothing()
    {
        var window = Window(4);
        window.Add(1);

        window.Add(double.NaN);
        window.Add(double.PositiveInfinity);

        AssertIs([1], window);
    }

    private static Window Window(int size) =>
        new Declarations().Collect(() => Strategies.Contract.Window.Of("window", size));

    private static void AssertIs(List<double> list, Window window)
    {
        Assert.Equal(list.Count, window.Count);
        for (var i = 0; i <= list.Count; i++)
            Assert.Equal(i < list.Count ? list[i] : double.NaN, window.At(i));
        Assert.Equal(double.NaN, window.At(-1));
        Assert.Equal(list.Count > 0 ? list.Average() : double.NaN, window.Mean, 1e-6);
        var deviation = list.Count > 1
            ? Math.Sqrt(list.Sum(x => Math.Pow(x - list.Average(), 2)) / (list.Count - 1))
            : double.NaN;
        Assert.Equal(deviation, window.Deviation, 0.05);
    }
}
