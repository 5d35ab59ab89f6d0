using MarketMaker.Engine;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Simulation.Tests.Laws;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What the maker's grain does around the pure maker, in the same order: one turn at a
/// time, waiting for the engine's answer, while only saving goes on beside it.</summary>
internal sealed class MakerShell(
    Agenda agenda, Trace trace, Disk disk, EngineShell engine, EngineLine line)
{
    private const int FillsOnAPage = 5;
    private const int ChecksPerLook = 4;
    private static readonly TimeSpan _checkInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _saveInterval = TimeSpan.FromSeconds(1);

    private readonly Inbox _inbox = new(agenda);
    private ReferenceOracle _oracle = new();
    private MakerState _state = disk.Maker;
    private int _life;
    private int _engineLife;
    private int _faultsInARow;
    private long _sequence;
    private long _lastTick;
    private long _checks;

    /// <summary>The pure maker; null while none is active.</summary>
    public PairMaker? Maker { get; private set; }

    /// <summary>The last decision of this life.</summary>
    public Decided? LastDecided { get; private set; }

    /// <summary>Whether the timer's check ended in this step, its answer received.</summary>
    public bool HasJustChecked { get; private set; }

    /// <summary>The last answer; null while what rests is not known.</summary>
    public QuoteReply? Reply { get; private set; }

    /// <summary>Is told before every decision, when no call is under way.</summary>
    public Action Deciding { get; set; } = () => { };

    /// <summary>Whether the maker has heard of every trade, and of what its last call did.
    /// </summary>
    public bool HasHeardAll =>
        Maker is not null && Reply is not null && _engineLife == engine.Life
        && Maker.Books.LastFill == engine.Engine.LastFill;

    /// <summary>Whether also nothing is under way that would still change what it wants.</summary>
    public bool IsSettled => HasHeardAll && _inbox.IsIdle;

    /// <summary>What the engine says that the desk has.</summary>
    public Balance BalanceOfDesk
    {
        get
        {
            Invariant.Holds(engine.Engine.Ledger.TryFind(Conditions.Desk, out var account));
            return engine.Engine.Ledger[account];
        }
    }

    /// <summary>Begins a life with what is on the disk.</summary>
    public void Start()
    {
        if (Maker is not null)
            return;
        _life++;
        _state = disk.Maker with { Epoch = disk.Maker.Epoch + 1 };
        disk.WriteNow(_state);
        (_oracle, _faultsInARow, _sequence, _lastTick) = (new ReferenceOracle(), 0, 0, 0);
        (LastDecided, Reply) = (null, null);
        Maker = new PairMaker(
            Conditions.Spec, Conditions.Desk, _state.Books, _state.Parameters,
            RuleVersions.Create(_state.Rule))
        {
            MayQuote = _state.MayQuote,
        };
        trace.Note("maker starts", $"epoch {_state.Epoch}, books to {_state.Books.LastFill}");
        CatchUp();
        CheckLater();
        SaveEverySecond(_life);
    }

    /// <summary>Ends the life; what was under way to it goes nowhere.</summary>
    public void Stop()
    {
        trace.Note("maker stops");
        _life++;
        Maker = null;
        _inbox.Clear();
    }

    /// <summary>Before every step.</summary>
    public void Forget() => HasJustChecked = false;

    public void OnTick(long number, VenueQuote quote, Instant heardAt) => Post(maker =>
    {
        if (number <= _lastTick)
        {
            trace.Note("tick overtaken", $"{number}");
            _inbox.EndTurn();
            return;
        }
        _lastTick = number;
        trace.Note("tick", $"{number}: {quote.Middle}");
        maker.OnReference(quote, heardAt, agenda.Now);
        _oracle.Observe(quote.Middle, heardAt, agenda.Now, _state.Parameters.Protection);
        Requote(isCheck: false);
    });

    public void OnBell(long lastFill, bool quotesGone) => Post(maker =>
    {
        if (quotesGone)
        {
            trace.Note("quotes gone");
            maker.OnNoReply();
            Reply = null;
        }
        if (lastFill > maker.Books.LastFill)
            CatchUp();
        else
            trace.Note("bell for nothing new", $"{lastFill}");
        Requote(isCheck: false);
    });

    public void SetMode(bool mayQuote) => Post(maker =>
    {
        trace.Note(mayQuote ? "operator resumes" : "operator pauses");
        _state = _state with { MayQuote = mayQuote };
        maker.MayQuote = mayQuote;
        disk.Write(_state, _ => { });
        Requote(isCheck: false);
    });

    public void Configure(Func<QuotingParameters, QuotingParameters> change) => Post(maker =>
    {
        _state = _state with { Parameters = change(_state.Parameters) };
        trace.Note("configured", $"{_state.Parameters}");
        disk.Write(_state, _ => { });
        maker.Configure(_state.Parameters);
        Requote(isCheck: false);
    });

    public void UseRule(RuleKind kind) => Post(maker =>
    {
        trace.Note($"rule {kind}");
        _state = _state with { Rule = kind };
        maker.Rule = RuleVersions.Create(kind);
        disk.Write(_state, _ => { });
        _inbox.EndTurn();
    });

    /// <summary>Writes the books.</summary>
    public void Save()
    {
        var books = Maker!.Books;
        if (books == _state.Books)
            return;
        var life = _life;
        _state = _state with { Books = books };
        disk.Write(_state, written =>
        {
            if (written && life == _life)
                engine.Forget(books.LastFill);
        });
    }

    private void Post(Action<PairMaker> turn)
    {
        if (Maker is { } maker)
            _inbox.Post(() => turn(maker));
    }

    private void CheckLater()
    {
        var life = _life;
        agenda.In(_checkInterval, () =>
        {
            if (life == _life)
                Post(_ => Check());
        });
    }

    private void Check()
    {
        if (++_checks % ChecksPerLook == 0)
            CatchUp();
        Requote(isCheck: true);
    }

    private void SaveEverySecond(int life) => agenda.In(_saveInterval, () =>
    {
        if (life != _life)
            return;
        Save();
        SaveEverySecond(life);
    });

    private void CatchUp()
    {
        long last;
        do
        {
            (var page, last) = engine.Fills(Maker!.Books.LastFill, FillsOnAPage);
            trace.Note("catch up", $"{page.Length} to {last}");
            foreach (var fill in page)
                Maker.OnFill(fill);
        }
        while (Maker.Books.LastFill < last);
        Invariant.Holds(Maker.Books.LastFill == last);
    }

    private void Requote(bool isCheck)
    {
        var decided = Decide();
        if (decided.Decision.Replace)
            Send(decided, isCheck);
        else
            EndRequote(isCheck, isAnswered: true);
    }

    private Decided Decide()
    {
        Deciding();
        var faults = Maker!.RuleFaults;
        var decision = Maker.Decide(agenda.Now);
        var (parameters, rule) = (_state.Parameters, _state.Rule);
        var expected = _oracle.Verdict(agenda.Now, parameters.Protection, _state.MayQuote);
        if (expected == PauseReason.None)
            _faultsInARow = RuleVersions.IsFaulty(rule) ? _faultsInARow + 1 : 0;
        LastDecided = new Decided(decision, expected, parameters, rule, _faultsInARow);
        var wasFault = Maker.RuleFaults > faults;
        if (wasFault || decision.Reason != PauseReason.None)
            trace.Note(wasFault ? $"fault of {rule}" : $"pulls: {decision.Reason}");
        else if (!decision.Replace)
            trace.Note("good enough");
        QuotingLaws.Judge(LastDecided, wasFault, isKnown: Reply is not null);
        return LastDecided;
    }

    private void Send(Decided decided, bool isCheck)
    {
        var life = _life;
        var quotes = new QuoteCommand(
            _state.Epoch, ++_sequence, Maker!.Bids.ToArray(), Maker.Asks.ToArray(),
            decided.Decision.Reason);
        line.MassQuote(
            quotes,
            answered: (reply, engineLife) =>
            {
                if (life == _life)
                    Receive(reply, engineLife, isCheck);
            },
            lost: () =>
            {
                if (life == _life)
                    GiveUp(isCheck);
            });
    }

    private void Receive(QuoteReply reply, int engineLife, bool isCheck)
    {
        if (reply.Rejection != Rejection.None)
            throw new LawBrokenException("a ladder is not refused", $"{reply}");
        Maker!.OnReply(reply.Reports, reply.LastFill, reply.BestBid, reply.BestAsk);
        (Reply, _engineLife) = (reply, engineLife);
        if (!reply.IsComplete)
            trace.Note("ladder incomplete");
        EndRequote(isCheck, isAnswered: true);
    }

    private void GiveUp(bool isCheck)
    {
        Maker!.OnNoReply();
        Reply = null;
        EndRequote(isCheck, isAnswered: false);
    }

    private void EndRequote(bool isCheck, bool isAnswered)
    {
        if (isCheck)
        {
            CheckLater();
            HasJustChecked = isAnswered;
        }
        _inbox.EndTurn();
    }
}
