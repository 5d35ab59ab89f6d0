using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>The workload "mix": a book of about a thousand orders around a wandering middle;
/// passive orders, cancels, and now and then one that takes.</summary>
internal sealed class MixGenerator(ulong seed)
{
    private const int Opening = 1000;
    private const int FewestLive = 800;
    private const int MostLive = 1200;

    private readonly SplitMix _random = new(seed);
    private readonly BareMarket _market = new();
    private readonly List<ulong> _traded = [];
    private readonly List<MarketCommand> _live = [];
    private readonly Dictionary<ulong, int> _places = [];
    private long _middle = 40_000;
    private ulong _lastId;

    public MarketCommand[] Generate(int count)
    {
        var commands = new MarketCommand[count];
        for (var i = 0; i < count; i++)
        {
            if ((i & 15) == 15)
                _middle = Math.Clamp(_middle + _random.Below(3) - 1, 20_000, 60_000);
            commands[i] = Choose(i);
            commands[i].Sequence = (ulong)i;
            if (commands[i].Type == CommandType.New)
                commands[i].OrderId = ++_lastId;
            Apply(commands[i]);
        }
        return commands;
    }

    private MarketCommand Choose(int index)
    {
        if (index < Opening)
            return Passive();
        var what = _random.Below(100);
        if (what >= 95)
            return Aggressive();
        var adds = what < 55 ? _live.Count <= MostLive : _live.Count < FewestLive;
        return adds ? Passive() : Cancel();
    }

    private MarketCommand Passive()
    {
        var side = (Side)_random.Below(2);
        var distance = (_random.Below(64) * _random.Below(64)) >> 6;
        var lots = (uint)(1 + _random.Below(100));
        var ticks = side == Side.Buy
            ? Math.Min(_middle - 1 - distance, BestOr(Side.Sell, long.MaxValue) - 1)
            : Math.Max(_middle + 1 + distance, BestOr(Side.Buy, long.MinValue) + 1);
        return new MarketCommand { Side = side, Lots = lots, Ticks = ticks };
    }

    private MarketCommand Cancel() =>
        _live[_random.Below(_live.Count)] with { Type = CommandType.Cancel, Lots = 0 };

    private MarketCommand Aggressive()
    {
        var side = (Side)_random.Below(2);
        var isImmediate = _random.Below(2) == 1;
        var lots = (uint)(50 + _random.Below(201));
        var reach = isImmediate ? 64 : 2;
        var from = isImmediate ? _middle : BestOr(side.Opposite(), _middle);
        return new MarketCommand
        {
            Side = side,
            IsImmediateOrCancel = isImmediate ? (byte)1 : (byte)0,
            Lots = lots,
            Ticks = from + reach * side.Sign(),
        };
    }

    private long BestOr(Side side, long otherwise)
    {
        var book = _market.Book;
        var slot = book.Best(side);
        return slot == OrderBook.None ? otherwise : book.Node(slot).Price.Ticks;
    }

    private void Apply(in MarketCommand command)
    {
        _traded.Clear();
        var sink = new TradedMakers(_traded);
        _market.Run([command], ref sink);
        foreach (var maker in _traded)
            Forget(maker);
        if (command.Type == CommandType.Cancel)
            Forget(command.OrderId);
        else if (IsLive(command.OrderId))
            Remember(command);
    }

    private bool IsLive(ulong id) =>
        _market.Book.Find(new OrderId((long)id)) != OrderBook.None;

    private void Remember(in MarketCommand command)
    {
        _places.Add(command.OrderId, _live.Count);
        _live.Add(command);
    }

    /// <summary>Takes an order off the list, unless it is still alive: the last on the list takes
    /// its place.</summary>
    private void Forget(ulong id)
    {
        if (IsLive(id) || !_places.Remove(id, out var place))
            return;
        var last = _live[^1];
        _live[place] = last;
        if (last.OrderId != id)
            _places[last.OrderId] = place;
        _live.RemoveAt(_live.Count - 1);
    }
}
