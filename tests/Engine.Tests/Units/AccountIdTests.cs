using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class AccountIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("maker.BTC-USDT_1")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void A_name_is_kept_as_it_is(string text)
    {
        var account = AccountId.Parse(text);

        Assert.Equal(text, account.ToString());
        Assert.Equal(AccountId.Parse(text), account);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann bob")]
    [InlineData("ann/1")]
    [InlineData("änn")]
    [InlineData("01234567890123456789012345678901234567890")]
    public void Anything_else_is_no_account(string? text)
    {
        Assert.False(AccountId.TryParse(text, out var account));
        Assert.Equal(default, account);
        Assert.Throws<FormatException>(() => AccountId.Parse(text!));
    }

    [Fact]
    public void Names_differ_by_case() =>
        Assert.NotEqual(AccountId.Parse("ann"), AccountId.Parse("Ann"));
}
