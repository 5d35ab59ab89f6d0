using CsCheck;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;

namespace MarketMaker.Strategies.Tests.Boundary;

public sealed class LadderRoundingLaws
{
    private const decimal LotSize = 0.001m;

    private static readonly Gen<decimal> TickSizes =
        Gen.OneOf(0.00000001m, 0.0001m, 0.01m, 0.05m, 0.25m, 1m, 2.5m);

    // Sizes from nothing to three lots, half of them whole.
    private static readonly Gen<long> Sizes =
        Gen.OneOf(Gen.Long[1, 30_000], Gen.Long[1, 3].Select(lots => lots * 10_000));

    // From one level to the next: up to three ticks, half of them whole.
    private static readonly Gen<(long Step, long Size)[]> Levels =
        Gen.Select(Sizes, Sizes).Array[1, 10];

    private static readonly Gen<DecimalLadder> Ladders =
        Gen.Select(
            TickSizes, Gen.Long[2_000, 200_000_000], Gen.Long[-50_000, 50_000], Levels, Levels,
            (tickSize, halfTicks, shift, bids, asks) =>
            {
                var mid = halfTicks * 5_000;
                return new DecimalLadder(
                    tickSize, mid, Ladder(mid + shift, -1, bids), Ladder(mid + shift, 1, asks));
            });

    [Fact]
    public void It_agrees_with_its_decimal_twin() =>
        Ladders.Sample(ladder =>
        {
            var (bids, asks) = Round(ladder);
            var (expectedBids, expectedAsks) = ladder.Rounded();
            Assert.Equal(expectedBids, Plain(bids));
            Assert.Equal(expectedAsks, Plain(asks));
        }, iter: 20_000);

    [Fact]
    public void No_spread_is_wider_than_the_rule_asked_for_and_none_is_under_a_tick() =>
        Ladders.Where(HasWholeLotsAtTheBest).Sample(ladder =>
        {
            var (bids, asks) = Round(ladder);
            var spread = (asks[0].Price - bids[0].Price).Ticks;
            Assert.InRange(spread, 1, decimal.Max(1, ladder.BestAsk - ladder.BestBid));
        }, iter: 20_000);

    [Fact]
    public void Levels_stay_strictly_apart() =>
        Ladders.Sample(ladder =>
        {
            var (bids, asks) = Round(ladder);
            var upwards = bids.AsEnumerable().Reverse().Concat(asks)
                .Select(quote => quote.Price.Ticks).ToArray();
            Assert.Equal(upwards.Order().Distinct(), upwards);
        }, iter: 20_000);

    private static bool HasWholeLotsAtTheBest(DecimalLadder ladder) =>
        ladder.Bids[0].Size >= DecimalLadder.Unit && ladder.Asks[0].Size >= DecimalLadder.Unit;

    private static (long Price, long Size)[] Ladder(
        long mid, int direction, (long Step, long Size)[] levels)
    {
        var price = mid;
        return [.. levels.Select(level => (price += direction * level.Step, level.Size))];
    }

    private static (List<Quote> Bids, List<Quote> Asks) Round(DecimalLadder ladder)
    {
        var spec = new PairSpec(
            PairId.Parse("BTC-USDT"), ladder.TickSize, LotSize,
            maxPrice: new Price(1_000_000_000), maxQuantity: new Quantity(1_000));
        var quotes = Answers.About(
            ToPrice(ladder.Mid),
            [.. ladder.Bids.Select(level => (ToPrice(level.Price), ToSize(level.Size)))],
            [.. ladder.Asks.Select(level => (ToPrice(level.Price), ToSize(level.Size)))]);
        var (bids, asks) = (new List<Quote>(), new List<Quote>());
        var verdict = LadderRounding.Round(quotes, spec, bids, asks);
        Assert.True(verdict.IsSound, verdict.ToString());
        return (bids, asks);

        double ToPrice(long price) => (double)(price / DecimalLadder.Unit * ladder.TickSize);

        double ToSize(long size) => (double)(size / DecimalLadder.Unit * LotSize);
    }

    private static IEnumerable<(long, long)> Plain(List<Quote> ladder) =>
        ladder.Select(quote => (quote.Price.Ticks, quote.Quantity.Lots));
}
