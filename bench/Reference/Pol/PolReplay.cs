using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>Replays the table through composite, maker and matching engine.</summary>
/// <remarks>Binance's price is in USDT and Coinbase's in USD, which are two assets. The table has
/// no rate between them, so the replay brings one as a third feed, at 1.0000: an assumption of this
/// replay, where it can be seen. Without that feed Coinbase has no price at all.</remarks>
internal sealed class PolReplay
{
    private const int Binance = 0;
    private const int Coinbase = 1;
    private const int Dollar = 2;

    /// <summary>POL is no major pair: D is 100 basis points.</summary>
    public static readonly ReferenceLimits Limits = new() { MaxDistance = new Ratio(10_000) };

    private static readonly AccountId _desk = AccountId.Parse("market-maker");
    private static readonly PairSpec _spec = Spec("POL-USDT", 0.0001m);
    private static readonly PairSpec _dollars = Spec("POL-USD", 0.0001m);
    private static readonly PairSpec _rate = Spec("USDT-USD", 0.00000001m);

    private readonly PolVenue _binance = new(_spec);
    private readonly PolVenue _coinbase = new(_dollars);
    private readonly MatchingEngine _engine = new(_spec, default);
    private readonly PairMaker _maker;
    private readonly DecisionLog _log;
    private readonly bool _hasRate;
    private long _sequence;
    private long _prints;
    private double _widest;

    /// <summary>Prepares a replay.</summary>
    /// <param name="rule">What quotes.</param>
    /// <param name="hasRate">Whether there is a rate of the dollar.</param>
    public PolReplay(IQuotingRule rule, bool hasRate = true)
    {
        _hasRate = hasRate;
        var conversion = new Conversion(_dollars, [new ConversionLeg(Dollar, _rate)], _spec);
        var plan = new ReferencePlan(
            3, [new SourcePlan(Binance), new SourcePlan(Coinbase, conversion)], Limits);
        var (pol, money) = (new Quantity(10_000_000), new Notional(20_000_000_000));
        Engine.Invariant.Holds(_engine.OpenAccount(_desk, pol, money) == Rejection.None);
        var parameters = new QuotingParameters(
            Levels: 7, Spread: 0.001, Spacing: 0.0005, Size: 1_000, SkewFactor: 0.001,
            new ProtectionLimits(
                new Ratio(5_000), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2)),
            new QuoteTolerance(new Ratio(10), new Ratio(50_000)));
        _maker = new PairMaker(
            _spec, _desk, new DeskBooks(0, 0, pol, money, default), parameters, rule, plan);
        _log = new DecisionLog(_maker);
    }

    /// <summary>What the maker knows of a source now.</summary>
    public SourceReport Source(int source) => _maker.Source(source);

    /// <summary>Replays the table, second by second; seconds that it lacks pass without a trade.
    /// </summary>
    public PolOutcome Run(IReadOnlyList<PolSecond> table)
    {
        var at = 0;
        for (var second = table[0].Second; second <= table[^1].Second; second++)
        {
            var row = table[at].Second == second ? table[at++] : null;
            _binance.Begin(row?.Binance);
            _coinbase.Begin(row?.Coinbase);
            for (var step = 0; step < PolVenue.StepsPerSecond; step++)
            {
                var now = new Instant(
                    (second * 1_000_000) + (step * 1_000_000 / PolVenue.StepsPerSecond));
                Step(step, now);
            }
        }
        return _log.Conclude(_prints, _widest);
    }

    private void Step(int step, Instant now)
    {
        if (_hasRate)
        {
            var (par, size) = (_rate.PriceRoundedDown(1), new Quantity(1));
            var tick = Offset.OneTick;
            var quote = new VenueQuote(par - tick, size, par + tick, size);
            _maker.OnReference(Dollar, quote, now, now);
        }
        Tell(Binance, _binance, step, now);
        Tell(Coinbase, _coinbase, step, now);
        if (_binance.HasPrice && _coinbase.HasPrice)
        {
            var (low, high) = (
                Math.Min(_binance.Last, _coinbase.Last), Math.Max(_binance.Last, _coinbase.Last));
            _widest = Math.Max(_widest, (double)(10_000 * (high - low) / low));
        }
    }

    private void Tell(int feed, PolVenue venue, int step, Instant now)
    {
        var quote = venue.At(step);
        _maker.OnHealth(feed, venue.Health, now);
        if (quote.IsTradable)
        {
            _prints++;
            _maker.OnReference(feed, quote, now, now);
        }
        var decision = _maker.Decide(now);
        _log.Note(decision, now);
        if (!decision.Replace)
            return;
        var result = _engine.MassQuote(
            _desk, 1, ++_sequence, _maker.Bids, _maker.Asks, now);
        Engine.Invariant.Holds(result.Rejection == Rejection.None);
        _maker.OnReply(result.Reports, result.LastFill, default, default);
    }

    private static PairSpec Spec(string pair, decimal tick) => new(
        PairId.Parse(pair), tick, 0.1m, new Price(1_000_000_000_000), new Quantity(1_000_000));
}
