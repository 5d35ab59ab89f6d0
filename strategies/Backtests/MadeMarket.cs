using MarketMaker.Engine;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Backtests;

/// <summary>A market with a maker in it: the real engine and the real maker, and around them, on
/// one thread and in the time that comes in, what the grains do.</summary>
/// <remarks>
/// The maker decides at each reference, after each command that traded, and four times a second;
/// its ladder stands at once. Whoever commands the <see cref="Engine"/> calls
/// <see cref="AdvanceTo"/> before and <see cref="Settle"/> after.
/// <para>Deterministic: the same calls give the same report. One thread at a time.</para>
/// </remarks>
internal sealed class MadeMarket
{
    private const int RenewalsPerLease = 4;
    private const long Epoch = 1;

    /// <summary>How often the maker looks at the time.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>After so long without an event no reference is fresh and nothing changes: a
    /// silence is judged no further, or a stamp of the far future would take forever.</summary>
    public static readonly TimeSpan Attention = TimeSpan.FromMinutes(2);

    private readonly MarketTerms _terms;
    private readonly PairMaker _maker;
    private readonly RunTally _tally;
    private readonly QuoteLease _lease;
    private readonly OwnOrder[] _places = new OwnOrder[2 * MatchingEngine.MaxQuotesPerSide];
    private PauseReason _excuse;
    private long _sequence;
    private long _faults;
    private Instant _renewAt;
    private Instant _nextCheck;
    private Instant _from;

    /// <summary>Puts a maker into a market.</summary>
    /// <param name="terms">The market's.</param>
    /// <param name="engine">The market, with the desk's account; no ladder of the desk.</param>
    /// <param name="rule">What the maker quotes by.</param>
    public MadeMarket(MarketTerms terms, MatchingEngine engine, IQuotingRule rule)
    {
        Invariant.Holds(engine.Ledger.TryFind(terms.Desk, out var desk));
        var balance = engine.Ledger[desk];
        (_terms, Engine, _tally) = (terms, engine, new RunTally(terms));
        Engine.Limits = terms.Limits;
        _lease = new QuoteLease(engine.Epoch, terms.QuoteLease);
        _maker = new PairMaker(
            terms.Spec, terms.Desk,
            new DeskBooks(engine.LastFill, 0, balance.Base, balance.Quote, default),
            terms.Parameters, rule, terms.References);
    }

    /// <summary>The market itself.</summary>
    public MatchingEngine Engine { get; }

    /// <summary>Is told of each trade, in order.</summary>
    public Action<Fill> Traded { get; init; } = _ => { };

    /// <summary>The time that has come; never earlier than it was.</summary>
    public Instant Now { get; private set; }

    /// <summary>Changes what is quoted and when it must not be.</summary>
    public void Configure(QuotingParameters parameters) => _maker.Configure(parameters);

    /// <summary>A venue's best bid and offer came in from one of the pair's feeds.</summary>
    public void Hear(int feed, in VenueQuote quote, Instant heardAt, Instant now)
    {
        AdvanceTo(now);
        _tally.Tick(Now, _maker.Reference);
        _maker.OnReference(feed, quote, heardAt, Now);
        Requote();
        Observe();
    }

    /// <summary>An adapter says how one of the pair's feeds is.</summary>
    public void Tell(int feed, SourceHealth health, Instant now)
    {
        AdvanceTo(now);
        _maker.OnHealth(feed, health, Now);
        Requote();
        Observe();
    }

    /// <summary>Lets time pass up to now: the maker looks at it as often as it would have. An
    /// earlier time is none.</summary>
    public void AdvanceTo(Instant now)
    {
        if (_from == default)
            Begin(now);
        var attentive = Now + Attention;
        while (_nextCheck <= now && _nextCheck <= attentive)
        {
            Now = _nextCheck;
            _nextCheck += CheckInterval;
            Check();
        }
        if (now <= Now)
            return;
        Now = now;
        if (_nextCheck <= now)
        {
            _nextCheck = now + CheckInterval;
            Check();
        }
    }

    /// <summary>A customer's command was executed.</summary>
    public void Settle()
    {
        _tally.Command();
        if (Take())
            Requote();
        Observe();
    }

    /// <summary>How it has gone up to the last event.</summary>
    public QuotingReport Report() => _tally.Report(_from, Now, _maker);

    private void Begin(Instant now)
    {
        (_from, Now, _nextCheck) = (now, now, now + CheckInterval);
        Requote();
        Observe();
    }

    private void Check()
    {
        Engine.Advance(Now);
        Take();
        Requote();
        Observe();
    }

    /// <summary>Takes in what the last command did.</summary>
    /// <returns>Whether the maker would have heard the bell.</returns>
    private bool Take()
    {
        foreach (ref readonly var pull in Engine.Pulls)
        {
            if (pull.Owner == _terms.Desk)
                _tally.Pulled();
            _maker.OnNoReply();
        }
        foreach (ref readonly var fill in Engine.Fills)
        {
            _maker.OnFill(fill);
            _tally.Fill(fill, _maker.Books.ProfitAndLoss);
            Traded(fill);
        }
        return !Engine.Pulls.IsEmpty || !Engine.Fills.IsEmpty;
    }

    private void Requote()
    {
        var decision = _maker.Decide(Now);
        if (_maker.RuleFaults > _faults)
        {
            _faults = _maker.RuleFaults;
            _tally.Faulty(Now, _maker.RuleFault ?? "");
        }
        if (!decision.Replace)
        {
            Renew();
            return;
        }
        Engine.SetReference(_maker.Reference, _maker.HeardAt);
        _renewAt = Now + _terms.QuoteLease / RenewalsPerLease;
        var result = Engine.MassQuote(
            _terms.Desk, Epoch, ++_sequence, _maker.Bids, _maker.Asks, Now, _lease);
        if (result.Rejection != Rejection.None)
        {
            Refuse(result.Rejection);
            return;
        }
        _excuse = decision.Reason;
        _maker.OnReply(
            result.Reports, result.LastFill, Best(Side.Buy).Price, Best(Side.Sell).Price);
        TellPlaces();
        _tally.Requoted(result);
    }

    private void Refuse(Rejection rejection)
    {
        _tally.Refused();
        if (rejection == Rejection.MarketHalted)
            _maker.OnRefused(PauseReason.MarketHalted, Now);
        else if (rejection == Rejection.QuotesFrozen)
            _maker.OnRefused(PauseReason.Protection, Now);
        else
            _maker.OnNoReply();
    }

    /// <summary>Says now and then that the ladder is still wanted: it would go otherwise.</summary>
    private void Renew()
    {
        if (_maker.Resting.IsEmpty || Now < _renewAt)
            return;
        _renewAt = Now + _terms.QuoteLease / RenewalsPerLease;
        Engine.SetReference(_maker.Reference, _maker.HeardAt);
        var rejection = Engine.Renew(_terms.Desk, Epoch, _sequence, _lease, Now);
        if (rejection == Rejection.None)
            TellPlaces();
        else
            _maker.OnNoReply();
    }

    private void TellPlaces()
    {
        var count = Engine.CopyQuotes(_terms.Desk, _places);
        _maker.OnPlaces(
            _places.AsSpan(0, count), Engine.LastFill, Best(Side.Buy), Best(Side.Sell));
    }

    private void Observe() => _tally.Observe(Now, Engine.Top(_terms.Desk), _excuse, _maker);

    private DepthLevel Best(Side side)
    {
        var best = default(DepthLevel);
        Engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best;
    }
}
