using CsCheck;
using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Tests;

public sealed class MarketTests
{
    /// <summary>Few numbers, used again, far apart: as another's order numbers would be.</summary>
    private static readonly Gen<ulong> _ids =
        Gen.ULong[0, 60].Select(n => unchecked(n * 0xD1B54A32D192ED03));

    private static Gen<MarketCommand> Command(Gen<long> ticks) =>
        Gen.Select(
            Gen.Frequency(
                (6, Gen.Const(CommandType.New)),
                (2, Gen.Const(CommandType.Cancel)),
                (2, Gen.Const(CommandType.Modify))),
            Gen.Enum<Side>(), Gen.Int[0, 9], Gen.UInt[0, 30], _ids, ticks,
            (type, side, ioc, lots, id, price) => new MarketCommand
            {
                Type = type,
                Side = side,
                IsImmediateOrCancel = (byte)(ioc == 0 ? 1 : 0),
                Lots = lots,
                OrderId = id,
                Ticks = price,
            });

    public static TheoryData<string> Prices => ["near", "windows apart", "everywhere", "extreme"];

    [Theory]
    [MemberData(nameof(Prices))]
    public void All_markets_give_the_same_reports(string prices)
    {
        var ticks = prices switch
        {
            "near" => Gen.Long[1, 12],
            "windows apart" => Gen.Select(
                Gen.Long[0, 6], Gen.Long[-5, 5], (window, tick) => window * 200_000 + tick),
            "everywhere" => Gen.Long[-(1L << 40), 1L << 40],
            _ => Gen.OneOf(
                Gen.Long[long.MinValue + 1, long.MinValue + 4], Gen.Long[-3, 3],
                Gen.Long[long.MaxValue - 4, long.MaxValue - 1]),
        };
        // No pair of the full engine has prices from one end of 64 bits to the other.
        var isForFull = prices != "extreme";

        Command(ticks).Array[1, 400].Sample(
            commands =>
            {
                Number(commands);
                var expected = Reports(new NaiveMarket(), commands);
                Assert.Equal(expected, Reports(new BareMarket(), commands));
                if (!isForFull)
                    return;
                var full = new FullMarket(new Workload("generated", commands));
                Assert.Equal(expected, Reports(full, commands));
            },
            iter: 60);
    }

    [Fact]
    public void A_market_that_was_cleared_answers_as_a_new_one()
    {
        var commands = new MixGenerator(7).Generate(5000);
        var workload = new Workload("generated", commands);

        foreach (var market in (IMarket[])
            [new BareMarket(), new FullMarket(workload), new NaiveMarket()])
        {
            var first = Reports(market, commands);
            market.Clear();
            Assert.Equal(first, Reports(market, commands));
        }
    }

    [Fact]
    public void Numbers_beyond_the_full_engine_are_named()
    {
        MarketCommand[] commands =
            [new() { Ticks = 1L << 60, Lots = 100 }, new() { Ticks = 1, Lots = uint.MaxValue }];

        var unfit = Assert.Throws<UnfitWorkloadException>(
            () => new FullMarket(new Workload("generated", commands)));

        Assert.Equal(
            "prices from 1 to 1152921504606846976 ticks with up to 4294967295 lots: the largest "
                + "order would pass the 1152921504606846975 tick·lots of an order",
            unfit.Message);
    }

    [Fact]
    public void Warm_markets_allocate_nothing()
    {
        var commands = new MixGenerator(3).Generate(20_000);
        foreach (var market in (IMarket[])
            [new BareMarket(), new FullMarket(new Workload("generated", commands))])
        {
            // The runtime allocates when it compiles a method anew; a market does so every time.
            Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedBy(market, commands)));
        }
    }

    private static long AllocatedBy(IMarket market, MarketCommand[] commands)
    {
        var digest = new ReportDigest();
        var before = GC.GetAllocatedBytesForCurrentThread();
        market.Run(commands, ref digest);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        market.Clear();
        return allocated;
    }

    private static void Number(MarketCommand[] commands)
    {
        for (var i = 0; i < commands.Length; i++)
            commands[i].Sequence = (ulong)i;
    }

    private static IReadOnlyList<Report> Reports(IMarket market, MarketCommand[] commands)
    {
        var log = new ReportLog();
        market.Run(commands, ref log);
        return log.Reports;
    }
}
