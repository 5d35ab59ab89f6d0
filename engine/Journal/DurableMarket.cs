using System.Runtime.InteropServices;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>A market together with all of its past that must survive: answers to named orders, the
/// end of the trade log, the day's volume.</summary>
/// <remarks>
/// After every command, of whatever kind, <see cref="TryRecord"/> is called once: it takes down
/// what the command has changed for good. The recovery law: from a snapshot and the records after
/// it comes a market with the same <see cref="StateHash"/>, quotes apart.
/// <para>One thread at a time.</para>
/// </remarks>
public sealed class DurableMarket
{
    private readonly JournalRecord _record = new();
    private string? _haltReason;

    private DurableMarket(
        MatchingEngine engine, ClientOrders answers, FillLog log, RollingVolume volume) =>
        (Engine, Answers, Log, Volume, _haltReason) =
        (engine, answers, log, volume, engine.HaltReason);

    /// <summary>The market.</summary>
    public MatchingEngine Engine { get; }

    /// <summary>What named orders were answered.</summary>
    public ClientOrders Answers { get; }

    /// <summary>The end of the trade log, trades that are not yet durable included.</summary>
    public FillLog Log { get; }

    /// <summary>The day's volume.</summary>
    public RollingVolume Volume { get; }

    /// <summary>Recovers a market from what is stored of it; nothing is an empty market.</summary>
    /// <exception cref="CorruptJournalException">What is stored is not what was written.
    /// </exception>
    /// <exception cref="MarketMismatchException">It does not fit what is traded, or the fees.
    /// </exception>
    public static DurableMarket Recover(PairSpec spec, FeeSchedule fees, StoredJournal stored)
    {
        if (stored.Steps is { } steps && steps != spec.Steps)
        {
            throw new MarketMismatchException(
                $"The journal of {stored.Pair} counts in {steps}, and the settings say "
                + $"{spec.Steps}: every balance and order would mean something else. Set TickSize "
                + "and LotSize back.");
        }
        var image = JournalReplay.Run(stored);
        var engine = MatchingEngine.Restore(spec, fees, image.ToSnapshot(), stored.Epoch);
        return new DurableMarket(engine, image.Answers, image.Log, image.Volume);
    }

    /// <summary>Enters an order. One whose name has been used gets its first answer again, or, if
    /// it says something else than the first, <see cref="Rejection.ClientOrderIdReused"/>; nothing
    /// happens then.</summary>
    /// <remarks>The answers of unknown accounts are not kept.</remarks>
    public OrderAnswer Place(in NewOrder order, Instant now)
    {
        if (order.ClientId is not { } name)
            return Answered(Engine.Place(order, now));
        var fingerprint = Answers.Fingerprint(order);
        if (Answers.TryFind(order.Account, name, out var kept))
        {
            Engine.Advance(now);
            return kept.Answer.Fingerprint == fingerprint
                ? new OrderAnswer(kept.Answer.Result, kept.Fills)
                : new OrderAnswer(
                    new PlaceResult(
                        Rejection.ClientOrderIdReused, default, default, default, default),
                    []);
        }
        var answer = Answered(Engine.Place(order, now));
        if (answer.Result.Rejection != Rejection.UnknownAccount)
        {
            var named = new ClientAnswer(order.Account, name, fingerprint, answer.Result);
            Answers.Add(named, answer.Fills);
            _record.Answer = named;
        }
        return answer;
    }

    /// <summary>Whether an order's name has been used, so that <see cref="Place"/> would give the
    /// first answer again, or none, and the market would not hear of it.</summary>
    public bool HasAnswered(in NewOrder order) =>
        order.ClientId is { } name && Answers.TryFind(order.Account, name, out _);

    /// <summary>An order's own trades among those of the last command, in order.</summary>
    public Fill[] FillsOf(OrderId order) => FillsOf(order, Engine.Fills);

    /// <summary>Has the next record describe an account that was changed otherwise than by a
    /// trade: opened, funded, given other terms.</summary>
    /// <exception cref="InvariantBrokenException">There is no such account.</exception>
    public void Describe(AccountId account)
    {
        Invariant.Holds(Engine.TryDescribe(account, out var described));
        _record.Accounts.Add(described);
    }

    /// <summary>Takes down what the last command has changed for good.</summary>
    /// <param name="into">Gets the record, unless nothing was changed.</param>
    /// <param name="sequence">The record's number.</param>
    /// <param name="now">When the command was executed.</param>
    /// <returns>Whether there is a record.</returns>
    public bool TryRecord(JournalBuffer into, long sequence, Instant now)
    {
        var fills = Engine.Fills;
        Log.Append(fills);
        foreach (ref readonly var fill in fills)
            Volume.Add(fill.At, fill.Quantity, fill.Notional);
        _record.Fills.AddRange(fills);
        foreach (ref readonly var touch in Engine.Touched)
        {
            var lives = Engine.TryGetOrder(touch.Id, out var order);
            _record.Orders.Add(new OrderChange(touch.Id, touch.Requeued, lives ? order : null));
        }
        if (Engine.HaltReason != _haltReason)
            _record.Halt = new HaltChange(_haltReason = Engine.HaltReason);
        if (_record.IsEmpty)
            return false;
        (_record.Sequence, _record.At) = (sequence, now);
        RecordCodec.Write(into, _record);
        _record.Clear();
        return true;
    }

    /// <summary>Writes a snapshot.</summary>
    /// <returns>The state's hash.</returns>
    public ulong WriteSnapshot(JournalBuffer into) =>
        SnapshotCodec.Write(into, Engine.Snapshot(), Answers, Log, Volume);

    /// <summary>Stands for all balances, customers' orders and answers. Allocates.</summary>
    public ulong StateHash() =>
        SnapshotCodec.WriteState(new JournalBuffer(), Engine.Snapshot(), Answers);

    /// <summary>An order's own trades among those of a command.</summary>
    internal static Fill[] FillsOf(OrderId order, List<Fill> fills) =>
        FillsOf(order, CollectionsMarshal.AsSpan(fills));

    private static Fill[] FillsOf(OrderId order, ReadOnlySpan<Fill> fills)
    {
        var own = 0;
        foreach (ref readonly var fill in fills)
            own += IsOf(order, fill) ? 1 : 0;
        if (own == 0)
            return [];
        var found = new Fill[own];
        own = 0;
        foreach (ref readonly var fill in fills)
        {
            if (IsOf(order, fill))
                found[own++] = fill;
        }
        return found;
    }

    private static bool IsOf(OrderId order, in Fill fill) =>
        fill.Taker == order || fill.Maker == order;

    private OrderAnswer Answered(in PlaceResult result) =>
        new(result, FillsOf(result.Id));
}
