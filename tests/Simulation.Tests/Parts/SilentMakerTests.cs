using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.World;

namespace MarketMaker.Simulation.Tests.Parts;

/// <summary>A maker that quotes a moving reference on a lease and then is not heard of again,
/// while customers go on.</summary>
public sealed class SilentMakerTests
{
    private static readonly QuoteLease _lease = new(0, TimeSpan.FromMilliseconds(500));

    private readonly MatchingEngine _engine = new(Conditions.Spec, default);
    private readonly MakerBench _bench = new();
    private long _sequence;
    private Instant _lastWord;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_quote_trades_or_rests_after_the_lease_of_its_silent_maker(int seed)
    {
        var random = new Random(seed);
        var ticks = 100_000L;
        foreach (var account in (AccountId[])[Conditions.Desk, Conditions.Customers[0]])
        {
            _engine.OpenAccount(
                account, new Quantity(1_000_000_000), new Notional(1_000_000_000_000_000));
        }
        var (before, silentFrom) = (0, random.Next(20, 200));

        for (var step = 0; step < 400; step++)
        {
            _bench.Wait(0.02);
            if (step < silentFrom && random.Next(3) > 0)
                Speak(ticks += random.Next(-20, 21));
            Trade(random);
            var isLeased = _bench.Now < _lastWord + _lease.Length;
            before += isLeased ? _engine.Fills.Length : 0;
            Assert.True(isLeased || _engine.Fills.IsEmpty, $"seed={seed} step={step}");
            Assert.True(isLeased || _engine.RestingOrders == 0, $"seed={seed} step={step}");
        }

        Assert.True(before > 10);
        Assert.Equal(0, _engine.RestingOrders);
    }

    private void Speak(long ticks)
    {
        _bench.Hear(ticks);
        var decision = _bench.Decide();
        Assert.Equal(PauseReason.None, decision.Reason);
        var result = _engine.MassQuote(
            Conditions.Desk, 1, ++_sequence, _bench.Maker.Bids, _bench.Maker.Asks, _bench.Now,
            _lease);
        Assert.Equal(Rejection.None, result.Rejection);
        _lastWord = _bench.Now;
    }

    private void Trade(Random random) => _engine.Place(
        NewOrder.Market(
            Conditions.Customers[0], random.Next(2) == 0 ? Side.Buy : Side.Sell,
            new Quantity(random.Next(1, 100))),
        _bench.Now);
}
