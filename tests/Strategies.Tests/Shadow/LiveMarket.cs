using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Backtests;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Shadow;

/// <summary>A real market with its maker, as the grains run them, whose customers' commands are
/// tapped. Written apart from the ghost, to be compared with it.</summary>
internal sealed class LiveMarket
{
    public static readonly AccountId Desk = AccountId.Parse("desk");
    public static readonly AccountId[] Customers =
        [.. Enumerable.Range(1, 5).Select(i => AccountId.Parse($"customer-{i}"))];

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    private readonly PairMaker _maker;
    private readonly QuoteLease _lease;
    private long _sequence;
    private Instant _renewAt;
    private Instant _lookAt;

    public LiveMarket(IQuotingRule rule, Instant start)
    {
        (Now, _lookAt) = (start, start + _look);
        Engine = new MatchingEngine(Terms.Spec, Terms.Fees, epoch: 3) { Limits = Terms.Limits };
        Engine.OpenAccount(Desk, Terms.BaseCapital, Terms.QuoteCapital);
        foreach (var customer in Customers)
            Engine.OpenAccount(customer, new Quantity(300_000), new Notional(3_000_000_000));
        _lease = new QuoteLease(Engine.Epoch, Terms.QuoteLease);
        _maker = new PairMaker(
            Terms.Spec, Desk, new DeskBooks(0, 0, Terms.BaseCapital, Terms.QuoteCapital, default),
            Terms.Parameters, rule);
    }

    public static MarketTerms Terms { get; } = new()
    {
        Spec = Pairs.Cents,
        Fees = new FeeSchedule(
            new FeeTier(new FeeRate(-50), new FeeRate(500)),
            new FeeTier(new FeeRate(100), new FeeRate(200))),
        Limits = new MarketLimits
        {
            Band = new Ratio(20_000),
            Protection = new QuoteProtection(
                new Quantity(40_000), default, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2)),
        },
        Desk = Desk,
        BaseCapital = new Quantity(1_000_000),
        QuoteCapital = new Notional(10_000_000_000),
        Compliance = new ComplianceTerms(new Ratio(2_000), new Quantity(1_000)),
        Parameters = new QuotingParameters(
            Levels: 4, Spread: 0.001, Spacing: 0.0005, Size: 1, SkewFactor: 0.002,
            new ProtectionLimits(
                new Ratio(5_000), Pause: TimeSpan.FromSeconds(2), MaxAge: TimeSpan.FromSeconds(2)),
            new QuoteTolerance(new Ratio(20), new Ratio(50_000))),
    };

    public MatchingEngine Engine { get; }

    public CustomerTap Tap { get; } = new();

    public List<Fill> Trades { get; } = [];

    public ProfitAndLoss ProfitAndLoss => _maker.Books.ProfitAndLoss;

    public Instant Now { get; private set; }

    /// <summary>The maker begins: it asks for nothing, because it knows nothing.</summary>
    public void Begin() => Requote();

    public void LetPass(TimeSpan time)
    {
        var until = Now + time;
        for (; _lookAt <= until; _lookAt += _look)
        {
            Now = _lookAt;
            Engine.Advance(Now);
            Hear();
            Requote();
        }
        Now = until;
    }

    public void Reference(in VenueQuote quote)
    {
        _maker.OnReference(quote, Now, Now);
        Requote();
    }

    /// <summary>A customer says something: the command is carried out and told to the tap.
    /// </summary>
    public void Command(in CustomerCommand command)
    {
        Tap.Add(command);
        if (Hear())
            Requote();
    }

    private bool Hear()
    {
        if (!Engine.Pulls.IsEmpty)
            _maker.OnNoReply();
        foreach (ref readonly var fill in Engine.Fills)
        {
            Trades.Add(fill);
            _maker.OnFill(fill);
        }
        return !Engine.Pulls.IsEmpty || !Engine.Fills.IsEmpty;
    }

    private void Requote()
    {
        if (!_maker.Decide(Now).Replace)
        {
            if (_maker.Resting.IsEmpty || Now < _renewAt)
                return;
            _renewAt = Now + Terms.QuoteLease / 4;
            Engine.SetReference(_maker.Reference, _maker.HeardAt);
            if (Engine.Renew(Desk, 1, _sequence, _lease, Now) == Rejection.None)
                TellPlaces();
            else
                _maker.OnNoReply();
            return;
        }
        Engine.SetReference(_maker.Reference, _maker.HeardAt);
        _renewAt = Now + Terms.QuoteLease / 4;
        var result = Engine.MassQuote(
            Desk, 1, ++_sequence, _maker.Bids, _maker.Asks, Now, _lease);
        if (result.Rejection == Rejection.None)
        {
            _maker.OnReply(
                result.Reports, result.LastFill, Best(Side.Buy).Price, Best(Side.Sell).Price);
            TellPlaces();
            return;
        }
        _maker.OnRefused(
            result.Rejection == Rejection.MarketHalted
                ? PauseReason.MarketHalted
                : PauseReason.Protection,
            Now);
    }

    private void TellPlaces()
    {
        var places = new OwnOrder[2 * MatchingEngine.MaxQuotesPerSide];
        var count = Engine.CopyQuotes(Desk, places);
        _maker.OnPlaces(
            places.AsSpan(0, count), Engine.LastFill, Best(Side.Buy), Best(Side.Sell));
    }

    private DepthLevel Best(Side side)
    {
        var best = default(DepthLevel);
        Engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best;
    }
}
