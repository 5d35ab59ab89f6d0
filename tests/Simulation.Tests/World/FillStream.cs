using MarketMaker.Engine.Book;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>Carries trades to the maker: mostly at once and in order, sometimes late, twice, in a
/// burst, or not at all.</summary>
internal sealed class FillStream(Agenda agenda, SeededRandom random, Trace trace)
{
    private static readonly TimeSpan _usual = TimeSpan.FromMicroseconds(200);

    private readonly List<Fill> _held = [];
    private int _generation;

    /// <summary>Who listens.</summary>
    public Action<Fill[]> Listener { get; set; } = _ => { };

    public void Ring(Fill[] fills)
    {
        switch (random.Below(25))
        {
            case 0:
                trace.Note("fills lost");
                return;
            case 1:
                trace.Note("fills late");
                Deliver(fills, random.Milliseconds(1, 3_000));
                return;
            case 2:
                trace.Note("fills twice");
                Deliver(fills, _usual);
                Deliver(fills, random.Milliseconds(0, 1_000));
                return;
            case 3:
                Hold(fills);
                return;
            default:
                Deliver(fills, _usual);
                return;
        }
    }

    /// <summary>The process dies, and what is under way with it.</summary>
    public void Crash()
    {
        _generation++;
        _held.Clear();
    }

    private void Deliver(Fill[] fills, TimeSpan delay)
    {
        var generation = _generation;
        agenda.In(delay, () =>
        {
            if (generation == _generation)
                Listener(fills);
        });
    }

    private void Hold(Fill[] fills)
    {
        var generation = _generation;
        _held.AddRange(fills);
        agenda.In(random.Milliseconds(10, 500), () =>
        {
            if (generation != _generation || _held.Count == 0)
                return;
            trace.Note("fills in a burst", $"{_held.Count}");
            Fill[] burst = [.. _held];
            _held.Clear();
            Listener(burst);
        });
    }
}
