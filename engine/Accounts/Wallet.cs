using System.Collections.Immutable;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What an account has outside the pairs, and how funds come into it and leave it, each
/// transfer once.</summary>
/// <remarks>
/// Immutable: a step makes another wallet, so that whoever stores it can go back to the last one
/// that is on the disk. A transfer with a pair takes two steps here with one at the pair between
/// them: <see cref="Begin"/> writes it down, and takes what goes to the pair out of the balance;
/// <see cref="Conclude"/> takes the pair's answer. In between it is in flight: its funds are in
/// no balance here. Those with one pair run one after the other, by their numbers.
/// <para>Conserved: the balances, what is in flight to pairs, and what the pairs have got, minus
/// what they have given, come to all deposits minus all withdrawals.</para>
/// </remarks>
public sealed class Wallet
{
    /// <summary>The most assets that a wallet may ever hold.</summary>
    public const int MaxAssets = 200;

    /// <summary>The most transfers that a wallet remembers. When none of them may be forgotten
    /// yet, the next is refused.</summary>
    public const int MaxTransfers = 10_000;

    /// <summary>The most transfers that may be in flight at once.</summary>
    public const int MaxInFlight = 50;

    private readonly ImmutableSortedDictionary<AssetId, AssetAmount> _balances;
    private readonly ImmutableDictionary<TransferId, Transfer> _transfers;
    private readonly ImmutableQueue<TransferId> _byAge;
    private readonly ImmutableList<TransferId> _inFlight;
    private readonly ImmutableDictionary<PairId, TransferNumber> _numbers;

    private Wallet(
        ImmutableSortedDictionary<AssetId, AssetAmount> balances,
        ImmutableDictionary<TransferId, Transfer> transfers,
        ImmutableQueue<TransferId> byAge,
        ImmutableList<TransferId> inFlight,
        ImmutableDictionary<PairId, TransferNumber> numbers) =>
        (_balances, _transfers, _byAge, _inFlight, _numbers) =
            (balances, transfers, byAge, inFlight, numbers);

    /// <summary>How long a transfer is remembered at least, from when it was written down, and one
    /// in flight until it has ended. A repeat that comes later is a new transfer.</summary>
    public static TimeSpan Retention { get; } = TimeSpan.FromDays(7);

    /// <summary>The wallet of an account that never had funds.</summary>
    public static Wallet Empty { get; } = new(
        ImmutableSortedDictionary<AssetId, AssetAmount>.Empty,
        ImmutableDictionary<TransferId, Transfer>.Empty,
        [],
        [],
        ImmutableDictionary<PairId, TransferNumber>.Empty);

    /// <summary>How much of an asset is available.</summary>
    public AssetAmount this[AssetId asset] => _balances.GetValueOrDefault(asset);

    /// <summary>Every asset that the wallet has ever held, by name, and what is available of it.
    /// </summary>
    public IEnumerable<Holding> Balances =>
        _balances.Select(entry => new Holding(entry.Key, entry.Value));

    /// <summary>What waits for a pair's answer, oldest first.</summary>
    public IEnumerable<Transfer> InFlight => _inFlight.Select(id => _transfers[id]);

    /// <summary>Every transfer that is remembered, oldest first.</summary>
    public IEnumerable<Transfer> Transfers => _byAge.Select(id => _transfers[id]);

    /// <summary>The number of the last transfer with each pair that there was one with.</summary>
    public IReadOnlyDictionary<PairId, TransferNumber> Numbers => _numbers;

    /// <summary>Whether there was never anything in it.</summary>
    public bool IsEmpty => _balances.IsEmpty && _transfers.IsEmpty;

    /// <summary>Finds a transfer that is remembered.</summary>
    public Transfer? Find(TransferId id) => _transfers.GetValueOrDefault(id);

    /// <summary>What is to be sent to a pair now: of those in flight the one with the lowest
    /// number; null if there is none.</summary>
    public Transfer? Next(PairId pair) =>
        InFlight.FirstOrDefault(transfer => transfer.Order.Pair == pair);

    /// <summary>Opens a wallet as it was left.</summary>
    /// <param name="balances">See <see cref="Balances"/>.</param>
    /// <param name="transfers">See <see cref="Transfers"/>.</param>
    /// <param name="numbers">See <see cref="Numbers"/>.</param>
    public static Wallet Restore(
        IEnumerable<Holding> balances,
        IReadOnlyCollection<Transfer> transfers,
        IEnumerable<KeyValuePair<PairId, TransferNumber>> numbers) =>
        new(
            balances.ToImmutableSortedDictionary(entry => entry.Asset, entry => entry.Amount),
            transfers.ToImmutableDictionary(transfer => transfer.Order.Id),
            ImmutableQueue.CreateRange(transfers.Select(transfer => transfer.Order.Id)),
            [.. transfers.Where(one => one.IsInFlight).Select(one => one.Order.Id)],
            numbers.ToImmutableDictionary());

    /// <summary>Carries out a deposit or a withdrawal, or writes down a transfer with a pair. The
    /// repeat of an order changes nothing and gets what has become of it.</summary>
    public WalletStep Begin(TransferOrder order, Instant now)
    {
        if (Find(order.Id) is { } known)
        {
            return known.Order == order
                ? new WalletStep(this, known, known.Refusal)
                : new WalletStep(this, null, TransferRefusal.IdInUse);
        }
        var rested = Forget(now);
        var refusal = rested.CheckLimits(order);
        if (refusal != TransferRefusal.None)
            return new WalletStep(this, null, refusal);
        refusal = rested.CheckFunds(order);
        var isRefused = refusal != TransferRefusal.None;
        var transfer = new Transfer(
            order,
            order.IsWithPair && !isRefused ? _numbers.GetValueOrDefault(order.Pair).Next : default,
            now,
            isRefused ? TransferStatus.Refused
                : order.IsWithPair ? TransferStatus.InFlight
                : TransferStatus.Done,
            refusal);
        return new WalletStep(rested.Record(transfer), transfer, refusal);
    }

    /// <summary>Ends a transfer with what the pair has answered. A repeat changes nothing.
    /// </summary>
    /// <exception cref="InvariantBrokenException">There is no such transfer, another with the pair
    /// goes before it, or it is no answer that ends a transfer.</exception>
    public Wallet Conclude(TransferId id, TransferOutcome outcome)
    {
        var transfer = Find(id);
        Invariant.Holds(transfer is not null);
        if (!transfer.IsInFlight)
            return this;
        Invariant.Holds(Next(transfer.Order.Pair) == transfer);
        var refusal = outcome switch
        {
            TransferOutcome.AmountOutOfRange => TransferRefusal.PairFull,
            TransferOutcome.InsufficientFunds => TransferRefusal.InsufficientFunds,
            _ => TransferRefusal.None,
        };
        var hasMoved = outcome == TransferOutcome.Moved;
        Invariant.Holds(hasMoved || refusal != TransferRefusal.None);
        var isCredit = hasMoved == (transfer.Order.Kind == TransferKind.FromPair);
        return new Wallet(
            isCredit ? Credited(transfer.Order) : _balances,
            _transfers.SetItem(id, transfer with
            {
                Status = hasMoved ? TransferStatus.Done : TransferStatus.Refused,
                Refusal = refusal,
            }),
            _byAge,
            _inFlight.Remove(id),
            _numbers);
    }

    private TransferRefusal CheckLimits(TransferOrder order)
    {
        var (first, second) = (order.First.Amount, order.Second.Amount);
        return first < AssetAmount.Zero || first > AssetAmount.Max
            || second < AssetAmount.Zero || second > AssetAmount.Max
            || first == second && first == AssetAmount.Zero ? TransferRefusal.AmountOutOfRange
            : _transfers.Count >= MaxTransfers ? TransferRefusal.TooManyTransfers
            : order.IsWithPair && _inFlight.Count >= MaxInFlight ? TransferRefusal.TooManyInFlight
            : TransferRefusal.None;
    }

    private TransferRefusal CheckFunds(TransferOrder order)
    {
        if (order.IsDebit)
        {
            return this[order.First.Asset] >= order.First.Amount
                && this[order.Second.Asset] >= order.Second.Amount
                ? TransferRefusal.None
                : TransferRefusal.InsufficientFunds;
        }
        return Legs(order).Count(leg => !_balances.ContainsKey(leg.Asset))
                > MaxAssets - _balances.Count ? TransferRefusal.TooManyAssets
            : !Legs(order).All(HasRoomFor) ? TransferRefusal.WalletFull
            : TransferRefusal.None;
    }

    /// <summary>Whether a balance stays within its limit when all that is in flight comes, or
    /// comes back.</summary>
    private bool HasRoomFor(Holding leg)
    {
        var total = this[leg.Asset] + leg.Amount;
        foreach (var other in InFlight.SelectMany(transfer => Legs(transfer.Order)))
            total += other.Asset == leg.Asset ? other.Amount : AssetAmount.Zero;
        return total <= AssetAmount.Max;
    }

    private Wallet Record(Transfer transfer)
    {
        var order = transfer.Order;
        var balances = _balances;
        if (order.IsDebit && transfer.Status != TransferStatus.Refused)
            balances = Debited(order);
        else if (transfer.Status == TransferStatus.Done)
            balances = Credited(order);
        else if (transfer.IsInFlight)
            balances = WithPlacesFor(order);
        return new Wallet(
            balances,
            _transfers.Add(order.Id, transfer),
            _byAge.Enqueue(order.Id),
            transfer.IsInFlight ? _inFlight.Add(order.Id) : _inFlight,
            transfer.IsInFlight ? _numbers.SetItem(order.Pair, transfer.Number) : _numbers);
    }

    /// <summary>Lets go of the oldest transfers, as far as they are old enough. One that is still
    /// in flight keeps those behind it.</summary>
    private Wallet Forget(Instant now)
    {
        var (transfers, byAge) = (_transfers, _byAge);
        while (!byAge.IsEmpty && transfers[byAge.Peek()] is { IsInFlight: false } oldest
            && now - oldest.At >= Retention)
        {
            byAge = byAge.Dequeue();
            transfers = transfers.Remove(oldest.Order.Id);
        }
        return new Wallet(_balances, transfers, byAge, _inFlight, _numbers);
    }

    private ImmutableSortedDictionary<AssetId, AssetAmount> Debited(TransferOrder order) =>
        _balances.SetItems(Legs(order).Select(leg =>
            KeyValuePair.Create(leg.Asset, this[leg.Asset] - leg.Amount)));

    private ImmutableSortedDictionary<AssetId, AssetAmount> Credited(TransferOrder order) =>
        _balances.SetItems(Legs(order).Select(leg =>
            KeyValuePair.Create(leg.Asset, this[leg.Asset] + leg.Amount)));

    /// <summary>Keeps a place for what will come, so that its coming cannot fail.</summary>
    private ImmutableSortedDictionary<AssetId, AssetAmount> WithPlacesFor(TransferOrder order) =>
        _balances.SetItems(Legs(order).Select(leg =>
            KeyValuePair.Create(leg.Asset, this[leg.Asset])));

    /// <summary>What moves: the holdings of an order that are more than nothing.</summary>
    private static IEnumerable<Holding> Legs(TransferOrder order)
    {
        if (order.First.Amount > AssetAmount.Zero)
            yield return order.First;
        if (order.Second.Amount > AssetAmount.Zero)
            yield return order.Second;
    }
}
