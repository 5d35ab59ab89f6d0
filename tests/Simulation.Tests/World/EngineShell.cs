using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What the matching engine's grain does around the pure engine, in the same order.
/// </summary>
internal sealed class EngineShell
{
    private static readonly TimeSpan _saveInterval = TimeSpan.FromSeconds(1);

    private readonly Agenda _agenda;
    private readonly Trace _trace;
    private readonly Disk _disk;
    private readonly FillStream _bell;
    private readonly Conditions _conditions;
    private FillLog _log = null!;
    private bool _isQuoted;
    private bool _isDirty;
    private long _applied;
    private long _durable;

    public EngineShell(
        Agenda agenda, Trace trace, Disk disk, FillStream bell, Conditions conditions)
    {
        (_agenda, _trace, _disk, _bell, _conditions) = (agenda, trace, disk, bell, conditions);
        Open();
    }

    public MatchingEngine Engine { get; private set; } = null!;

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

    /// <summary>The trades after a number, a page of them.</summary>
    public (Fill[] Fills, long LastFill) Fills(long after, int limit) =>
        (_log.After(after, limit), Engine.LastFill);

    /// <summary>Writes everything that must survive.</summary>
    /// <param name="applied">The last trade that the maker's durable books contain.</param>
    /// <param name="then">Gets the last trade that a crash cannot lose any more.</param>
    public void Save(long applied, Action<long> then)
    {
        _applied = Math.Max(_applied, applied);
        if (!_isDirty)
        {
            then(_durable);
            return;
        }
        _log.Trim(_applied);
        var (last, life) = (Engine.LastFill, Life);
        _isDirty = false;
        _disk.Write(State(), written =>
        {
            if (life != Life)
                return;
            _isDirty |= !written;
            if (written)
                then(_durable = Math.Max(_durable, last));
        });
    }

    /// <summary>Ends the activation in good order and begins the next: only the quotes are gone.
    /// </summary>
    public void Restart()
    {
        _trace.Note("engine restarts");
        _disk.WriteNow(State());
        Open();
    }

    /// <summary>Begins a life with what is on the disk.</summary>
    public void Open()
    {
        Commands++;
        Life++;
        var state = _disk.Market;
        Engine = MatchingEngine.Restore(Conditions.Spec, _conditions.Fees, state.Snapshot);
        _log = new FillLog(state.Fills);
        Meter = new ObligationsMeter();
        (_isQuoted, _isDirty, MeteredSince, Excuse) = (false, false, null, PauseReason.None);
        (_applied, _durable) = (0, Engine.LastFill);
        SaveEverySecond(Life);
    }

    private MarketState State() => new(Engine.Snapshot(), _log.Snapshot());

    private void SaveEverySecond(int life) => _agenda.In(_saveInterval, () =>
    {
        if (life != Life)
            return;
        Save(_applied, _ => { });
        SaveEverySecond(life);
    });

    private PlaceResult Conclude(in PlaceResult result, string command, string detail)
    {
        Commands++;
        var outcome = result.Rejection == Rejection.None ? "" : $" refused: {result.Rejection}";
        _trace.Note(command + outcome, detail);
        if (result.Rejection != Rejection.None)
            return result;
        _isDirty = true;
        var fills = Engine.Fills.ToArray();
        _log.Append(fills);
        foreach (ref readonly var fill in fills.AsSpan())
        {
            _trace.Note("trade", $"{fill.Number}: {fill.Quantity}@{fill.Price} "
                + $"{fill.MakerAccount} ← {fill.TakerAccount}");
        }
        Observe();
        if (fills.Length > 0)
            _bell.Ring(fills);
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
