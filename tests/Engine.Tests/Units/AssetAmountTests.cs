using System.Numerics;
using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class AssetAmountTests
{
    private static readonly Gen<AssetAmount> Amounts =
        Gen.Select(Gen.ULong[0, 1_000_000_000_000_000_000], Gen.ULong[0, 999_999_999_999_999_999])
            .Select((whole, atoms) => new AssetAmount(
                (Int128)whole * 1_000_000_000_000_000_000 + (whole == Unit ? 0 : atoms)));

    private const ulong Unit = 1_000_000_000_000_000_000;

    [Fact]
    public void An_amount_survives_the_way_into_text_and_back() =>
        Amounts.Sample(amount => Assert.Equal(amount, AssetAmount.Parse(amount.ToString())));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("12.50", "12500000000000000000")]
    [InlineData("-3", "-3000000000000000000")]
    [InlineData("1e-7", "100000000000")]
    [InlineData("1E+2", "100000000000000000000")]
    [InlineData("0.000000000000000001", "1")]
    [InlineData("0.0000000000000000010", "1")]
    [InlineData("10e-19", "1")]
    [InlineData("0e99", "0")]
    [InlineData("1000000000000000000", "1000000000000000000000000000000000000")]
    public void Numbers_are_read_exactly(string text, string atoms)
    {
        var read = AssetAmount.TryParse(text, out var amount);

        Assert.True(read);
        Assert.Equal(BigInteger.Parse(atoms), (BigInteger)amount.Atoms);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e")]
    [InlineData("1e1.5")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("٣")]
    [InlineData("0.0000000000000000001")]
    [InlineData("1e-19")]
    [InlineData("1e99")]
    [InlineData("1e100")]
    [InlineData("1e99999999999999999999999999999999999999999")]
    [InlineData("1000000000000000000.000000000000000001")]
    [InlineData("1000000000000000001")]
    [InlineData("999999999999999999999999999999999999999999999999999")]
    [InlineData("0.999999999999999999999999999999999999999999999999999")]
    public void Anything_else_is_no_amount(string? text)
    {
        Assert.False(AssetAmount.TryParse(text, out _));
        Assert.Throws<FormatException>(() => AssetAmount.Parse(text!));
    }

    [Theory]
    [InlineData("1.00", "1")]
    [InlineData("-0.050", "-0.05")]
    [InlineData("1e18", "1000000000000000000")]
    [InlineData("1e-18", "0.000000000000000001")]
    public void The_text_is_the_shortest(string text, string expected) =>
        Assert.Equal(expected, AssetAmount.Parse(text).ToString());

    [Fact]
    public void Amounts_are_ordered_and_add_up() =>
        Gen.Select(Amounts, Amounts).Sample((left, right) =>
        {
            Assert.Equal(left, left + right - right);
            Assert.Equal(left.Atoms < right.Atoms, left < right);
            Assert.Equal(left.Atoms <= right.Atoms, left <= right);
            Assert.Equal(left > right, right < left);
            Assert.Equal(left >= right, right <= left);
        });
}
