using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What differs from one simulated world to the next, drawn from its seed.</summary>
internal sealed class Conditions(SeededRandom random)
{
    /// <summary>The exchange's own maker.</summary>
    public static readonly AccountId Desk = AccountId.Parse("market-maker");

    /// <summary>Everybody else.</summary>
    public static readonly IReadOnlyList<AccountId> Customers =
        [.. Enumerable.Range(1, 6).Select(number => AccountId.Parse($"customer-{number}"))];

    public static readonly Quantity CustomersBase = new(1_000_000_000);
    public static readonly Notional CustomersQuote = new(1_000_000_000_000_000);

    public static PairSpec Spec { get; } = new(
        PairId.Parse("SIM-USD"), tickSize: 0.01m, lotSize: 0.0001m,
        maxPrice: new Price(100_000_000), maxQuantity: new Quantity(1_000_000_000));

    /// <summary>Rebates, free trading and fees all occur.</summary>
    public FeeSchedule Fees { get; } = new(
        new FeeRate((int)random.Between(-100L, 200)), new FeeRate((int)random.Between(0L, 1000)));

    /// <summary>From prices of which a tick is a tenth of a percent to ones of which it is
    /// nothing.</summary>
    public long StartTicks { get; } = random.Pick([1_000L, 100_000, 5_000_000]);

    /// <summary>Every third desk is so poor that it cannot pay for all its levels.</summary>
    public bool DeskIsPoor { get; } = random.OneIn(3);

    public Quantity DeskBase => new(DeskIsPoor ? 30_000 : 500_000_000);

    public Notional DeskQuote => new(DeskBase.Lots * StartTicks);

    /// <summary>What a maker may be configured with, within the limits of a configuration.
    /// </summary>
    public static QuotingParameters Parameters(SeededRandom random) => new(
        random.Pick([1, 2, 5, 7, 7, 10, 50]),
        random.Between(0.0002, 0.005),
        random.Between(0.0001, 0.002),
        random.Between(0.01, 1.0),
        random.Between(0.0, 0.005),
        new ProtectionLimits(
            new Ratio(random.Between(2_000L, 10_000)),
            random.Milliseconds(500, 6_000),
            random.Milliseconds(300, 3_000)),
        new QuoteTolerance(
            new Ratio(random.Between(0L, 200)), new Ratio(random.Between(0L, 100_000))));
}
