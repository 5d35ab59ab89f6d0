using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>What holds for every rule that ships, on every tick, with any parameters it allows.
/// </summary>
public sealed class LibraryLaws
{
    private static readonly AccountId _maker = AccountId.Parse("maker");
    private static readonly AccountId _customer = AccountId.Parse("customer");

    private static readonly PairSpec _spec = new(
        PairId.Parse("LAW-QUOTE"), 0.01m, 0.001m, new(100_000_000), new(1_000_000));

    public static TheoryData<string> Names => [.. BuiltInScripts.Sources.Keys.Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_answer_is_sound_within_the_limits_and_trades_with_nobody(string name)
    {
        var rule = Compiled.Rule(BuiltInScripts.Sources[name]);
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                var random = new Random(seed);
                rule.Parameters.Set(rule.Parameters.Declared.ToDictionary(
                    parameter => parameter.Name, parameter => Any(parameter, random)));
                var tick = AnyTick(random);

                var answer = rule.Answer(tick);

                CheckLevels(answer.Bids, tick);
                CheckLevels(answer.Asks, tick);
                CheckBook(answer, tick, random);
            }, iter: 100, threads: 1);
    }

    private static void CheckLevels(LadderSide side, Tick tick)
    {
        foreach (var level in side.Levels)
        {
            Assert.InRange(level.Price, tick.MinPrice, tick.MaxPrice);
            Assert.InRange(level.Size, 0, tick.MaxSize);
        }
    }

    /// <summary>Rounds the answer and lets the engine take it, with customers' orders about.
    /// </summary>
    private static void CheckBook(Quotes answer, Tick tick, Random random)
    {
        var (bids, asks) = (new List<Quote>(), new List<Quote>());
        var verdict = LadderRounding.Round(answer, _spec, bids, asks);
        Assert.True(verdict.IsSound, verdict.ToString());
        var engine = new MatchingEngine(_spec, default);
        engine.OpenAccount(_maker, new(1_000_000_000), new(1L << 58));
        engine.OpenAccount(_customer, new(1_000_000_000), new(1L << 58));
        var mid = (long)(tick.Mid / tick.TickSize);
        foreach (var side in (Side[])[Side.Buy, Side.Sell])
        {
            var away = mid / 1_000 * random.Next(-10, 11);
            engine.Place(
                new NewOrder(
                    _customer, side, OrderKind.Limit, new(Math.Max(1, mid + away)), new(1_000)),
                default);
        }

        var result = engine.MassQuote(
            _maker, 1, 1, bids.ToArray(), asks.ToArray(), new Instant(1));

        Assert.Equal(Rejection.None, result.Rejection);
        Assert.Equal(0, engine.Fills.Length);
    }

    private static double Any(RuleParameter parameter, Random random) => random.Next(4) switch
    {
        0 => parameter.Default,
        1 => parameter.Min,
        2 => parameter.Max,
        _ => parameter.Min + random.NextDouble() * (parameter.Max - parameter.Min),
    };

    private static Tick AnyTick(Random random)
    {
        var mid = Math.Round(Math.Pow(10, random.NextDouble() * 6 - 0.5), 2);
        var levels = random.Next(1, Quotes.MaxLevels + 1);
        var half = 0.01 * random.Next(1, 3);
        var lists = new TickLists { VenueCount = random.Next(0, 3) };
        for (var i = 0; i < lists.VenueCount; i++)
        {
            lists.Venues[i] = random.Next(3) == 0 ? Venue.Unknown : new Venue
            {
                Bid = mid - half,
                BidSize = random.Next(0, 5),
                Ask = mid + half,
                AskSize = random.Next(0, 5),
                Confidence = random.Next(0, 2),
            };
        }
        return new Tick
        {
            Time = 1_750_000_000 + random.NextDouble() * 100_000,
            Mid = mid,
            VenueBid = mid - half,
            VenueAsk = mid + half,
            ShortVolatility = AnyVolatility(random),
            LongVolatility = AnyVolatility(random),
            BaseBalance = random.NextDouble() * 10_000,
            QuoteBalance = random.NextDouble() * 10_000 * mid,
            Position = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 5)),
            Skew = random.NextDouble() * 2 - 1,
            TickSize = 0.01,
            LotSize = 0.001,
            MaxLevels = Quotes.MaxLevels,
            MinPrice = Math.Max(0.01, LadderValidation.LowestPrice(mid)),
            MaxPrice = Math.Min(1_000_000, LadderValidation.HighestPrice(mid)),
            MaxSize = 1_000,
            MaxDistance = LadderValidation.MaxDistance,
            Levels = levels,
            Spread = 0.000001 + random.NextDouble() * (random.Next(2) == 0 ? 0.001 : 0.2),
            Spacing = 0.000001 + random.NextDouble() * 0.399 / levels,
            Size = 0.001 + random.NextDouble() * (random.Next(2) == 0 ? 0.01 : 1_000),
            SkewFactor = random.NextDouble() * 0.1,
            Lists = lists,
        };
    }

    private static double AnyVolatility(Random random) => random.Next(4) switch
    {
        0 => double.NaN,
        1 => 0,
        _ => Math.Pow(10, random.NextDouble() * 5 - 6),
    };
}
