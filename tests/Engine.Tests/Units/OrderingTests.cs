using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

/// <summary>The units that are ordered by value, compared as the numbers in them are.</summary>
public sealed class OrderingTests
{
    private static readonly Gen<(long Left, long Right)> Pairs = Gen.OneOf(
        Gen.Select(Gen.Long, Gen.Long), Gen.Select(Gen.Long[-2, 2], Gen.Long[-2, 2]));

    [Fact]
    public void Prices() => Check(
        n => new Price(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    [Fact]
    public void Offsets() => Check(
        n => new Offset(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    [Fact]
    public void Quantities() => Check(
        n => new Quantity(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    [Fact]
    public void Notionals() => Check(
        n => new Notional(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    [Fact]
    public void Half_notionals() => Check(
        n => new HalfNotional(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    [Fact]
    public void Marks() => Check(
        n => new Mark(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    [Fact]
    public void Instants() => Check(
        n => new Instant(n), (a, b) => (a < b, a <= b, a > b, a >= b));

    private static void Check<T>(Func<long, T> of, Func<T, T, (bool, bool, bool, bool)> compare)
        where T : IComparable<T> =>
        Pairs.Sample(pair =>
        {
            var (left, right) = (of(pair.Left), of(pair.Right));
            Assert.Equal(
                Math.Sign(pair.Left.CompareTo(pair.Right)), Math.Sign(left.CompareTo(right)));
            Assert.Equal(
                (pair.Left < pair.Right, pair.Left <= pair.Right, pair.Left > pair.Right,
                    pair.Left >= pair.Right),
                compare(left, right));
        });
}
