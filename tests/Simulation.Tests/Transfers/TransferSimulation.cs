using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.Transfers;

/// <summary>Accounts, pairs and a network between them that loses, doubles and delays what they
/// say to each other, while either side may die at any step.</summary>
/// <remarks>One thread, one seed. The books of both disks are counted after every step.</remarks>
internal sealed class TransferSimulation
{
    private const int OneCrashIn = 40;

    private static readonly string[] _assets = ["BTC", "ETH", "USDT"];

    private readonly SeededRandom _random;
    private readonly Agenda _agenda = new();
    private readonly List<Action> _network = [];
    private readonly List<(WalletSide Wallet, TransferOrder Order)> _asked = [];
    private readonly Dictionary<(AccountId, TransferId), TransferRefusal> _ended = [];
    private readonly WalletSide[] _wallets;
    private readonly PairSide[] _pairs;
    private bool _isCalm;
    private int _orders;

    public TransferSimulation(ulong seed)
    {
        _random = new SeededRandom(seed);
        Trace = new Trace(_agenda);
        _wallets = [.. new[] { "ann", "bob" }.Select(name => new WalletSide(Id(name), Pass))];
        _pairs =
        [
            new PairSide(Spec("BTC-USDT", 0.01m, 0.00001m), Pass),
            new PairSide(Spec("ETH-BTC", 0.000001m, 0.0001m), Pass),
        ];
    }

    public Trace Trace { get; }

    /// <summary>Runs so many steps, then without faults until all has ended.</summary>
    /// <exception cref="LawBrokenException">Something came about, got lost or was answered in two
    /// ways.</exception>
    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
            Step();
        _isCalm = true;
        _network.Clear();
        for (var round = 0; _wallets.Any(wallet => wallet.Wallet.InFlight.Any()); round++)
        {
            if (round > Wallet.MaxInFlight)
                throw new LawBrokenException("all ends", "an account waits for ever");
            foreach (var wallet in _wallets)
                SendAll(wallet);
            DeliverAll();
        }
        foreach (var (wallet, order) in _asked)
            Ask(wallet, order);
        Audit();
    }

    private void Step()
    {
        try
        {
            switch (_random.Below(8))
            {
                case 0:
                    AskAnew();
                    break;
                case 1 when _asked.Count > 0:
                    var (wallet, order) = _random.Pick(_asked);
                    Ask(wallet, order);
                    break;
                case 2:
                    SendAll(_random.Pick(_wallets));
                    break;
                case 3:
                    Trade();
                    break;
                case 4:
                    _random.Pick(_pairs).Save();
                    break;
                default:
                    DeliverOne();
                    break;
            }
        }
        catch (CrashedException crash)
        {
            Trace.Note("crash: " + crash.Message);
            foreach (var pair in _pairs)
                pair.Crash();
        }
        Audit();
    }

    /// <summary>A step of a side, at which it may die.</summary>
    private void Pass(string where)
    {
        if (!_isCalm && _random.OneIn(OneCrashIn))
            throw new CrashedException(where);
    }

    private void AskAnew()
    {
        var id = TransferId.Parse($"t{++_orders}");
        var pair = _random.Pick(_pairs).Spec;
        var amount = pair.ToAmount(new Quantity(_random.Between(0, 50_000)));
        var money = pair.ToAmount(new Notional(_random.Between(0, 5_000_000_000)));
        var outside = new Holding(AssetId.Parse(_random.Pick(_assets)), amount + money);
        var order = _random.Below(6) switch
        {
            0 => TransferOrder.Deposit(id, outside),
            1 => TransferOrder.Withdrawal(id, outside),
            2 or 3 => TransferOrder.ToPair(id, pair.Id, amount, money),
            _ => TransferOrder.FromPair(id, pair.Id, amount, money),
        };
        var wallet = _random.Pick(_wallets);
        _asked.Add((wallet, order));
        Ask(wallet, order);
    }

    /// <summary>Asks for a transfer, again perhaps: once it has ended, its end never changes.
    /// </summary>
    private void Ask(WalletSide wallet, TransferOrder order)
    {
        var step = wallet.Begin(order, _agenda.Now);
        Trace.Note($"{order.Kind} {step.Transfer?.Status} {step.Refusal}", order.Id.ToString());
        if (step.Transfer is not { IsInFlight: false })
            return;
        var first = _ended.GetValueOrDefault((wallet.Account, order.Id), step.Refusal);
        _ended[(wallet.Account, order.Id)] = first;
        if (first != step.Refusal)
            throw new LawBrokenException("a repeat gets the first answer", $"{order}");
    }

    private void SendAll(WalletSide wallet)
    {
        foreach (var pair in _pairs)
        {
            if (wallet.Wallet.Next(pair.Spec.Id) is { } transfer)
                _network.Add(() => Carry(wallet, pair, transfer));
        }
    }

    private void Carry(WalletSide wallet, PairSide pair, Transfer transfer)
    {
        var outcome = pair.Transfer(wallet.Account, transfer, _agenda.Now);
        Trace.Note($"pair answers {outcome}", transfer.Order.Id.ToString());
        _network.Add(() => wallet.Conclude(transfer, outcome));
    }

    /// <summary>Takes one of all that is under way, however old, and delivers it, or loses it, or
    /// delivers it and keeps it to deliver it once more.</summary>
    private void DeliverOne()
    {
        if (_network.Count == 0)
            return;
        var message = _random.Pick(_network);
        var isKept = _random.OneIn(5) && _network.Count < 100;
        if (!isKept)
            _network.Remove(message);
        if (_random.OneIn(8))
            Trace.Note("message lost");
        else
            message();
        if (isKept)
            Trace.Note("message doubled");
    }

    private void DeliverAll()
    {
        for (var at = 0; at < _network.Count; at++)
            _network[at]();
        _network.Clear();
    }

    /// <summary>Orders hold back funds and trades move them.</summary>
    private void Trade()
    {
        var pair = _random.Pick(_pairs);
        var side = _random.OneIn(2) ? Side.Buy : Side.Sell;
        var result = pair.Engine.Place(
            new NewOrder(
                _random.Pick(_wallets).Account,
                side,
                OrderKind.Limit,
                new Price(_random.Between(90, 110)),
                new Quantity(_random.Between(1, 20_000))),
            _agenda.Now);
        Trace.Note($"order {result.Rejection}");
        if (result.Filled > Quantity.Zero)
            Trace.Note("trade");
    }

    private void Audit() => TransferAudit.Check(_wallets, _pairs);

    private static PairSpec Spec(string pair, decimal tick, decimal lot) =>
        new(PairId.Parse(pair), tick, lot, new Price(1_000_000), new Quantity(1_000_000_000));

    private static AccountId Id(string name) => AccountId.Parse(name);
}
