using CsCheck;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Rest;

namespace MarketMaker.Feeds.Tests.Rest;

public sealed class PriceAgreementTests
{
    private static readonly Gen<long> _price = Gen.Long[2, 1_000_000_000_000_000];

    [Fact]
    public void A_price_between_the_sockets_two_is_never_far() =>
        Gen.Select(_price, _price, Gen.Double[0, 1]).Sample((a, b, at) =>
        {
            var agreement = new PriceAgreement(maxDifferenceBps: 1, patience: 1);
            var between = Math.Clamp(a + (long)((b - a) * at), Math.Min(a, b), Math.Max(a, b));

            agreement.Compare(Quote(a), Quote(between), Quote(b));

            return !agreement.IsDisputed && agreement.LastDifferenceBps == 0;
        });

    [Theory]
    [InlineData(100_499, false)]
    [InlineData(100_503, true)]
    [InlineData(99_503, false)]
    [InlineData(99_497, true)]
    public void The_limit_is_a_share_of_the_rest_price(long told, bool isDisputed)
    {
        var agreement = new PriceAgreement(maxDifferenceBps: 50, patience: 1);

        agreement.Compare(Quote(100_000), Quote(told), Quote(100_000));

        Assert.Equal(isDisputed, agreement.IsDisputed);
    }

    [Fact]
    public void Only_so_many_in_a_row_are_a_dispute_and_one_that_agrees_ends_it()
    {
        var agreement = new PriceAgreement(maxDifferenceBps: 50, patience: 3);
        var (near, far) = (Quote(1000), Quote(1100));
        VenueQuote[] answers = [far, far, near, far, far, far, far, near];

        var disputed = answers.Select(answer =>
        {
            agreement.Compare(near, answer, near);
            return agreement.IsDisputed;
        }).ToList();

        Assert.Equal([false, false, false, false, false, true, true, false], disputed);
    }

    private static VenueQuote Quote(long bid) =>
        new(new Price(bid), new Quantity(1), new Price(bid + 1), new Quantity(1));
}
