using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>Customers who trade at random around the venue's price.</summary>
internal sealed class CustomerCrowd
{
    private const int MostResting = 120;

    private readonly List<(AccountId Owner, OrderId Id)> _resting = [];
    private readonly Agenda _agenda;
    private readonly SeededRandom _random;
    private readonly EngineShell _engine;
    private readonly SimulatedVenue _venue;

    public CustomerCrowd(
        Agenda agenda, SeededRandom random, EngineShell engine, SimulatedVenue venue)
    {
        (_agenda, _random, _engine, _venue) = (agenda, random, engine, venue);
        Go();
    }

    private void Go() => _agenda.In(_random.Milliseconds(1, 60), () =>
    {
        var choice = _random.Below(_resting.Count < MostResting ? 100 : 200);
        if (choice < 35)
            Place(OrderKind.Limit);
        else if (choice < 45)
            Place(OrderKind.PostOnly);
        else if (choice < 55)
            Place(OrderKind.ImmediateOrCancel);
        else if (choice < 65)
            Place(OrderKind.Market);
        else if (_resting.Count > 0)
            Change(amend: choice < 78);
        Go();
    });

    private void Place(OrderKind kind)
    {
        var side = _random.Pick([Side.Buy, Side.Sell]);
        var owner = _random.Pick(Conditions.Customers);
        var result = _engine.Place(new NewOrder(owner, side, kind, Near(side), Size()));
        if (result.Resting > Quantity.Zero)
            _resting.Add((owner, result.Id));
    }

    private void Change(bool amend)
    {
        var at = _random.Below(_resting.Count);
        var (owner, id) = _resting[at];
        if (amend && _engine.Engine.TryGetOrder(id, out var order))
        {
            var price = _random.OneIn(2) ? order.Price : Near(order.Side);
            if (_engine.Amend(owner, id, price, Size()).Resting > Quantity.Zero)
                return;
        }
        else
        {
            _engine.Cancel(owner, id);
        }
        _resting.RemoveAt(at);
    }

    /// <summary>Mostly behind the market, at times through it.</summary>
    private Price Near(Side side)
    {
        var behind = _venue.Middle * _random.Between(-1_500L, 6_000) / 1_000_000;
        return new Price(Math.Max(1, _venue.Middle - side.Sign() * behind));
    }

    /// <summary>At times enough to sweep a side.</summary>
    private Quantity Size() =>
        new(_random.Between(1L, _random.OneIn(12) ? 400_000 : 8_000));
}
