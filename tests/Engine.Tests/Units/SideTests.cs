using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class SideTests
{
    [Theory]
    [InlineData(Side.Buy, Side.Sell, 1)]
    [InlineData(Side.Sell, Side.Buy, -1)]
    public void Each_side_has_an_opposite_and_a_sign(Side side, Side opposite, long sign) =>
        Assert.Equal((opposite, sign), (side.Opposite(), side.Sign()));
}
