using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Journal;

/// <summary>A market that would start under other settings than those it stopped with.</summary>
public sealed class ChangedSettingsTests
{
    private static readonly FeeSchedule _fees = new(
        new FeeTier(default, new FeeRate(1_000)), new FeeTier(default, new FeeRate(500)));

    private readonly MatchingEngine _engine = new(Spec, _fees);

    [Theory]
    [InlineData("0.010", "0.0000100", true)]
    [InlineData("0.01", "0.0001", false)]
    [InlineData("0.001", "0.00001", false)]
    public void A_journal_is_read_in_the_steps_that_it_was_written_in(
        string tick, string lot, bool isRead)
    {
        var stored = new StoredJournal(Spec.Id, 2, 1, null, [])
        {
            Steps = SpecOf("0.01", "0.00001").Steps,
        };

        var error = Record.Exception(
            () => DurableMarket.Recover(SpecOf(tick, lot), default, stored));

        Assert.Equal(isRead, error is null);
        Assert.Equal(
            isRead ? null
                : "The journal of AAA-BBB counts in ticks of 0.01 and lots of 0.00001, and the "
                + $"settings say ticks of {tick} and lots of {lot}: every balance and order would "
                + "mean something else. Set TickSize and LotSize back.",
            (error as MarketMismatchException)?.Message);
    }

    [Fact]
    public void Orders_that_could_not_be_paid_for_at_higher_fees_are_named()
    {
        _engine.OpenAccount(Ann, new(0), new(1_001));
        var order = _engine.Place(Buy(Ann, lots: 10, ticks: 100), default);

        var error = Assert.Throws<MarketMismatchException>(
            () => MatchingEngine.Restore(
                Spec, new FeeSchedule(default, new FeeRate(2_000)), _engine.Snapshot()));

        Assert.StartsWith(
            $"ann cannot pay for its order {order.Id} at the fees", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_are_no_longer_allowed_are_named()
    {
        _engine.OpenAccount(Ann, new(0), new(1_000), new AccountTerms(FeeTier: 1));

        var error = Assert.Throws<MarketMismatchException>(
            () => MatchingEngine.Restore(Spec, default, _engine.Snapshot()));

        Assert.StartsWith(
            "AAA-BBB has terms of ann that its settings do not allow: ", error.Message,
            StringComparison.Ordinal);
    }

    private static PairSpec SpecOf(string tick, string lot) =>
        new(Spec.Id, Decimal(tick), Decimal(lot), new Price(1_000), new Quantity(1_000));

    private static decimal Decimal(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
