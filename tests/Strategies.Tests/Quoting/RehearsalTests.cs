using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Quoting;

public sealed class RehearsalTests
{
    [Fact]
    public async Task It_makes_a_market_that_trades()
    {
        var prepared = await new RuleLibrary().PrepareAsync(
            "house-ladder", BuiltInScripts.Sources["house-ladder"], CancellationToken.None);

        var trades = Rehearsal.Run(prepared.CreateRule());

        Assert.Equal(200, trades);
    }
}
