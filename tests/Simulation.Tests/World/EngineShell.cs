using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What the matching engine's grain does around the pure engine, in the same order.
/// </summary>
internal sealed class EngineShell
{
    private readonly Agenda _agenda;
    private readonly Trace _trace;
    private readonly Disk _disk;
    private readonly FillStream _bell;
    private readonly Conditions _conditions;
    private readonly JournalBuffer _buffer = new();
    private DurableMarket _market = null!;
    private bool _isQuoted;
    private bool _isWriting;
    private bool _hasRung;
    private long _epoch;
    private long _next;
    private int _waiting;
    private long _readable;

    public EngineShell(
        Agenda agenda, Trace trace, Disk disk, FillStream bell, Conditions conditions)
    {
        (_agenda, _trace, _disk, _bell, _conditions) = (agenda, trace, disk, bell, conditions);
        Open();
    }

    public MatchingEngine Engine => _market.Engine;

    public ObligationsMeter Meter { get; private set; } = null!;

    /// <summary>Why the last ladder was empty.</summary>
    public PauseReason Excuse { get; private set; }

    /// <summary>When the meter began.</summary>
    public Instant? MeteredSince { get; private set; }

    /// <summary>Counts the activations: a call that was under way to an earlier one fails.
    /// </summary>
    public int Life { get; private set; }

    /// <summary>Counts the commands: laws of the market need only be checked after one.</summary>
    public long Commands { get; private set; }

    public QuoteReply MassQuote(QuoteCommand quotes)
    {
        Commands++;
        var result = Engine.MassQuote(
            Conditions.Desk, quotes.Epoch, quotes.Sequence, quotes.Bids, quotes.Asks,
            _agenda.Now);
        var reply = new QuoteReply(
            result.Rejection, result.LastFill, result.Reports.ToArray(),
            Best(Side.Buy), Best(Side.Sell));
        if (result.Rejection == Rejection.None)
            (_isQuoted, Excuse) = (true, quotes.Excuse);
        Record();
        Observe();
        _trace.Note(
            result.Rejection == Rejection.None ? "quoted" : $"quotes refused: {result.Rejection}",
            $"{quotes.Epoch}.{quotes.Sequence} {reply.Reports.Length} quotes, {result.Change}, "
            + $"{quotes.Excuse}");
        return reply;
    }

    public PlaceResult Place(in NewOrder order) =>
        Conclude(Engine.Place(order, _agenda.Now), order.Kind.ToString(), order.ToString());

    public PlaceResult Amend(AccountId owner, OrderId id, Price price, Quantity quantity) =>
        Conclude(
            Engine.Amend(owner, id, price, quantity, _agenda.Now),
            "Amend", $"{owner} {id} {quantity}@{price}");

    public void Cancel(AccountId owner, OrderId id)
    {
        var result = Engine.Cancel(owner, id, _agenda.Now);
        Conclude(new PlaceResult(result.Rejection, id, default, default, default), "Cancel",
            $"{owner} {id}");
    }

    /// <summary>The durable trades after a number, a page of them.</summary>
    public (Fill[] Fills, long LastFill) Fills(long after, int limit)
    {
        var fills = _market.Log.After(after, limit)
            .TakeWhile(fill => fill.Number <= _readable).ToArray();
        if (fills.Length == 0 || fills[^1].Number == _readable)
            _hasRung = false;
        return (fills, _readable);
    }

    /// <summary>Lets the trade log forget.</summary>
    /// <param name="applied">The last trade that the maker's durable books contain.</param>
    public void Forget(long applied) => _market.Log.Trim(applied);

    /// <summary>Ends the activation and begins the next.</summary>
    public void Restart()
    {
        _trace.Note("engine restarts");
        Open();
    }

    /// <summary>Begins a life with what is on the disk.</summary>
    public void Open()
    {
        Commands++;
        Life++;
        var stored = _disk.OpenJournal();
        _market = DurableMarket.Recover(Conditions.Spec, _conditions.Fees, stored);
        (_epoch, _next, _readable) = (stored.Epoch, stored.Next, Engine.LastFill);
        _buffer.Clear();
        Meter = new ObligationsMeter();
        (_isQuoted, _isWriting, _waiting) = (false, false, 0);
        (MeteredSince, Excuse) = (null, PauseReason.None);
        Ring(quotesGone: true);
    }

    /// <summary>Takes down what the last command has changed for good.</summary>
    private void Record()
    {
        if (!_market.TryRecord(_buffer, _next, _agenda.Now))
            return;
        _next++;
        _waiting++;
        Append();
    }

    /// <summary>Appends what waits, unless an append is under way: then it waits for that one.
    /// </summary>
    private void Append()
    {
        if (_isWriting || _waiting == 0)
            return;
        var row = JournalRow.Of(
            Conditions.Spec.Id, _epoch, _next - _waiting, _waiting, _buffer.Written.ToArray());
        if (_waiting > 1)
            _trace.Note("records share an append", $"{_waiting}");
        _buffer.Clear();
        (_waiting, _isWriting) = (0, true);
        var (last, life) = (Engine.LastFill, Life);
        _disk.Append(row, last, isStored =>
        {
            if (life == Life)
                Appended(isStored, last);
        });
    }

    private void Appended(bool isStored, long last)
    {
        if (!isStored)
        {
            _trace.Note("engine steps down");
            Open();
            return;
        }
        _isWriting = false;
        var isNews = last > _readable;
        _readable = last;
        if (isNews && !_hasRung)
            Ring(quotesGone: false);
        Append();
    }

    private void Ring(bool quotesGone)
    {
        _hasRung = true;
        _bell.Ring(_readable, quotesGone);
    }

    private PlaceResult Conclude(in PlaceResult result, string command, string detail)
    {
        Commands++;
        var outcome = result.Rejection == Rejection.None ? "" : $" refused: {result.Rejection}";
        _trace.Note(command + outcome, detail);
        foreach (ref readonly var fill in Engine.Fills)
        {
            _trace.Note("trade", $"{fill.Number}: {fill.Quantity}@{fill.Price} "
                + $"{fill.MakerAccount} ← {fill.TakerAccount}");
        }
        Record();
        Observe();
        return result;
    }

    private void Observe()
    {
        if (!_isQuoted)
            return;
        MeteredSince ??= _agenda.Now;
        Meter.Observe(_agenda.Now, Engine.Top(Conditions.Desk), Excuse);
    }

    private Price Best(Side side)
    {
        var best = default(DepthLevel);
        Engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best.Price;
    }
}
