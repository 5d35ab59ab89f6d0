using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>The venue that the reference comes from: a random walk, with ticks that are lost,
/// overtaken or silent at times.</summary>
internal sealed class SimulatedVenue
{
    private readonly Agenda _agenda;
    private readonly SeededRandom _random;
    private readonly Trace _trace;
    private readonly long _start;
    private Instant _silentUntil;
    private long _number;

    public SimulatedVenue(Agenda agenda, SeededRandom random, Trace trace, long start)
    {
        (_agenda, _random, _trace, _start, Middle) = (agenda, random, trace, start, start);
        Go();
    }

    /// <summary>Where the market is, in ticks.</summary>
    public long Middle { get; private set; }

    /// <summary>Who listens: the tick's number, the quote, and when it was heard.</summary>
    public Action<long, VenueQuote, Instant> Listener { get; set; } = (_, _, _) => { };

    /// <summary>No ticks for a while.</summary>
    public void BeSilent(TimeSpan span)
    {
        _trace.Note("venue silent", $"{span}");
        _silentUntil = _agenda.Now + span;
    }

    /// <summary>Moves at once by more than most limits allow.</summary>
    public void Jump()
    {
        Move(_random.Between(4_000L, 30_000) * (_random.OneIn(2) ? 1 : -1));
        _trace.Note("venue jumps", $"{Middle}");
    }

    private void Go() => _agenda.In(_random.Milliseconds(5, 90), () =>
    {
        if (!_random.OneIn(3))
            Move(_random.Between(-60L, 60));
        if (_agenda.Now >= _silentUntil)
            Publish();
        Go();
    });

    private void Move(long partsPerMillion)
    {
        var step = Middle * partsPerMillion / 1_000_000 + _random.Between(-1L, 1);
        Middle = Math.Clamp(Middle + step, _start / 3, _start * 3);
    }

    private void Publish()
    {
        var number = ++_number;
        var width = _random.Between(1L, 3);
        var quote = new VenueQuote(
            new Price(Middle - width), new Quantity(1_000),
            new Price(Middle + _random.Between(1L, width)), new Quantity(1_000));
        if (_random.OneIn(50))
        {
            _trace.Note("tick lost", $"{number}");
            return;
        }
        var heardAt = _agenda.Now;
        var delay = _random.OneIn(20)
            ? _random.Milliseconds(1, 300)
            : TimeSpan.FromMicroseconds(100);
        _agenda.In(delay, () => Listener(number, quote, heardAt));
    }
}
