using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>Carries the bell to the maker: mostly at once, sometimes late, twice, or not at all.
/// </summary>
internal sealed class FillStream(Agenda agenda, SeededRandom random, Trace trace)
{
    private static readonly TimeSpan _usual = TimeSpan.FromMicroseconds(200);

    private int _generation;

    /// <summary>Who listens: to the log's last number, and to whether quotes are gone.</summary>
    public Action<long, bool> Listener { get; set; } = (_, _) => { };

    public void Ring(long lastFill, bool quotesGone)
    {
        switch (random.Below(25))
        {
            case 0:
                trace.Note("bell lost");
                return;
            case 1:
                trace.Note("bell late");
                Deliver(lastFill, quotesGone, random.Milliseconds(1, 3_000));
                return;
            case 2:
                trace.Note("bell twice");
                Deliver(lastFill, quotesGone, _usual);
                Deliver(lastFill, quotesGone, random.Milliseconds(0, 1_000));
                return;
            default:
                Deliver(lastFill, quotesGone, _usual);
                return;
        }
    }

    /// <summary>The process dies, and what is under way with it.</summary>
    public void Crash() => _generation++;

    private void Deliver(long lastFill, bool quotesGone, TimeSpan delay)
    {
        var generation = _generation;
        agenda.In(delay, () =>
        {
            if (generation == _generation)
                Listener(lastFill, quotesGone);
        });
    }
}
