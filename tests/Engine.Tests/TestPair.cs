using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests;

/// <summary>A pair for tests, where a price is a number of ticks and a quantity of lots.</summary>
internal static class TestPair
{
    public static readonly AccountId Ann = AccountId.Parse("ann");
    public static readonly AccountId Bob = AccountId.Parse("bob");
    public static readonly AccountId Maker = AccountId.Parse("maker");
    public static readonly AccountId Nobody = AccountId.Parse("nobody");

    public static PairSpec Spec { get; } = SpecUpTo(1_000_000, 1_000_000);

    public static PairSpec SpecUpTo(long maxTicks, long maxLots) =>
        new(PairId.Parse("AAA-BBB"), 1m, 1m, new Price(maxTicks), new Quantity(maxLots));

    /// <summary>A market where Ann, Bob and the maker can pay for anything.</summary>
    public static MatchingEngine RichMarket(FeeSchedule fees = default)
    {
        var engine = new MatchingEngine(Spec, fees);
        foreach (var account in (AccountId[])[Ann, Bob, Maker])
            Fund(engine, account, 1_000_000_000, 1_000_000_000_000);
        return engine;
    }

    public static void Fund(MatchingEngine engine, AccountId account, long lots, long tickLots)
    {
        var number = engine.Ledger.Open(account);
        Invariant.Holds(
            engine.Ledger.TryDeposit(number, new Quantity(lots), new Notional(tickLots)));
    }

    public static Balance BalanceOf(MatchingEngine engine, AccountId account)
    {
        Invariant.Holds(engine.Ledger.TryFind(account, out var number));
        return engine.Ledger[number];
    }

    public static NewOrder Buy(
        AccountId account, long lots, long ticks, OrderKind kind = OrderKind.Limit) =>
        new(account, Side.Buy, kind, new Price(ticks), new Quantity(lots));

    public static NewOrder Sell(
        AccountId account, long lots, long ticks, OrderKind kind = OrderKind.Limit) =>
        new(account, Side.Sell, kind, new Price(ticks), new Quantity(lots));
}
