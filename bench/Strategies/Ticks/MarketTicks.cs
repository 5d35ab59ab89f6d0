using MarketMaker.Strategies.Contract;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>A stretch of market to quote on: prices that walk, an inventory that leans one way and
/// the other, a trade now and then. The same for each rule.</summary>
internal static class MarketTicks
{
    /// <summary>The levels a side that a rule is configured to quote.</summary>
    public const int Levels = 10;

    /// <summary>Makes so many ticks, 0.1 s apart.</summary>
    public static Tick[] Make(int count)
    {
        var random = new Random(1);
        var lists = new TickLists { VenueCount = 2, BidCount = Levels, AskCount = Levels };
        lists.Add(new OwnFill { Sign = 1, Price = 60_000, Size = 0.01 });
        for (var i = 0; i < Levels; i++)
        {
            lists.Bids[i] = new OwnQuote { Price = 59_990 - i, Size = 0.01, SizeAhead = i };
            lists.Asks[i] = new OwnQuote { Price = 60_010 + i, Size = 0.01, SizeAhead = i };
        }
        for (var i = 0; i < lists.VenueCount; i++)
        {
            lists.Venues[i] = new Venue
            {
                Bid = 59_999.9,
                BidSize = 3,
                Ask = 60_000.1,
                AskSize = 1,
                Age = 0.02,
                Confidence = 1,
            };
        }
        var ticks = new Tick[count];
        var mid = 60_000.0;
        for (var i = 0; i < count; i++)
        {
            mid *= 1 + 0.0001 * (random.NextDouble() - 0.5);
            ticks[i] = Of(i, mid, 2 * random.NextDouble() - 1, lists);
        }
        return ticks;
    }

    private static Tick Of(int number, double mid, double skew, TickLists lists) => new()
    {
        Time = 1_750_000_000 + 0.1 * number,
        Mid = mid,
        VenueBid = mid - 0.1,
        VenueAsk = mid + 0.1,
        ReferenceAge = 0.02,
        Confidence = 1,
        ShortVolatility = 0.0001,
        LongVolatility = 0.00008,
        BookBid = mid - 30,
        BookAsk = mid + 30,
        BookBidSize = 0.01,
        BookAskSize = 0.01,
        BookAge = 0.1,
        BaseBalance = 10 - 10 * skew,
        QuoteBalance = 600_000 + 600_000 * skew,
        Position = -0.1 * skew,
        Skew = skew,
        Bought = number % 50 == 0 ? 0.01 : 0,
        TickSize = 0.01,
        LotSize = 0.00001,
        MaxLevels = Quotes.MaxLevels,
        MinPrice = 0.01,
        MaxPrice = 1_000_000,
        MaxSize = 1_000,
        MaxDistance = 0.5,
        Levels = Levels,
        Spread = 0.001,
        Spacing = 0.0005,
        Size = 0.01,
        SkewFactor = 0.001,
        Lists = lists,
    };
}
