using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>A market while it is being recovered: what a snapshot says, brought forward record by
/// record, without matching anything.</summary>
internal sealed class MarketImage(long lastFill, Price lastPrice, Notional venueFees)
{
    private readonly List<AccountId> _names = [];
    private readonly Dictionary<AccountId, AccountSnapshot> _accounts = [];
    private readonly Dictionary<OrderId, (long Place, RestingOrder Order)> _orders = [];
    private long _lastFill = lastFill;
    private Price _lastPrice = lastPrice;
    private Notional _venueFees = venueFees;
    private long _lastPlace;

    public string? HaltReason { get; set; }

    public ClientOrders Answers { get; } = new();

    public FillLog Log { get; } = new([]);

    public RollingVolume Volume { get; } = new();

    /// <summary>Brings the market forward by a record.</summary>
    /// <exception cref="InvariantBrokenException">The record does not follow on.</exception>
    public void Apply(JournalRecord record)
    {
        foreach (var fill in record.Fills)
            Apply(fill);
        foreach (var change in record.Orders)
            Apply(change);
        foreach (var account in record.Accounts)
            Put(account);
        if (record.Halt is { } halt)
            HaltReason = halt.Reason;
        if (record.Answer is { } answer)
            Answers.Add(answer, DurableMarket.FillsOf(answer.Result.Id, record.Fills));
    }

    public void Put(AccountSnapshot account)
    {
        if (!_accounts.ContainsKey(account.Name))
            _names.Add(account.Name);
        _accounts[account.Name] = account;
    }

    public void Put(in RestingOrder order) => _orders[order.Id] = (++_lastPlace, order);

    /// <summary>The market, for the engine to be made from.</summary>
    public EngineSnapshot ToSnapshot() =>
        new(
            _lastFill,
            LastOrder: 0,
            _venueFees,
            [.. _names.Select(name => _accounts[name])],
            [.. _orders.Values.OrderBy(kept => kept.Place).Select(kept => kept.Order)])
        {
            LastPrice = _lastPrice,
            HaltReason = HaltReason,
        };

    private void Apply(in OrderChange change)
    {
        if (change.Order is not { } order)
            _orders.Remove(change.Id);
        else if (!change.Requeued && _orders.TryGetValue(change.Id, out var kept))
            _orders[change.Id] = (kept.Place, order);
        else
            Put(order);
    }

    private void Apply(in Fill fill)
    {
        Invariant.Holds(fill.Number == _lastFill + 1);
        (_lastFill, _lastPrice) = (fill.Number, fill.Price);
        _venueFees += fill.MakerFee + fill.TakerFee;
        var takerBuys = fill.TakerSide == Side.Buy;
        Trade(takerBuys ? fill.TakerAccount : fill.MakerAccount, fill.Quantity,
            -fill.Notional - (takerBuys ? fill.TakerFee : fill.MakerFee));
        Trade(takerBuys ? fill.MakerAccount : fill.TakerAccount, -fill.Quantity,
            fill.Notional - (takerBuys ? fill.MakerFee : fill.TakerFee));
        Log.Append([fill]);
        Volume.Add(fill.At, fill.Quantity, fill.Notional);
    }

    private void Trade(AccountId name, Quantity amount, Notional money)
    {
        Invariant.Holds(_accounts.TryGetValue(name, out var account));
        _accounts[name] = account with
        {
            Base = account.Base + amount,
            Quote = account.Quote + money,
        };
    }
}
