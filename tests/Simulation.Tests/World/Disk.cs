using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What survives a crash. One writer: writes become durable in the order in which they
/// were begun, and are confirmed a little later.</summary>
internal sealed class Disk(
    Agenda agenda, SeededRandom random, Trace trace, MarketState market, MakerState maker)
{
    private long _freeAt;
    private long _silos;
    private long _marketLives;

    /// <summary>The engine's last durable state.</summary>
    public MarketState Market { get; private set; } = market;

    /// <summary>The maker's last durable state.</summary>
    public MakerState Maker { get; private set; } = maker;

    /// <summary>Whether writes take long and every other one fails.</summary>
    public bool IsInTrouble { get; set; }

    public void Write(MarketState state, Action<bool> then)
    {
        var life = _marketLives;
        Write(() => Market = life == _marketLives ? state : Market, then);
    }

    public void Write(MakerState state, Action<bool> then) =>
        Write(() => Maker = state.Epoch < Maker.Epoch ? Maker : state, then);

    /// <summary>Writes the last of a life while everything waits; earlier writes that are still
    /// under way do not undo it.</summary>
    public void WriteNow(MarketState state)
    {
        _marketLives++;
        Market = state;
    }

    /// <summary>Writes the first of a life, likewise.</summary>
    public void WriteNow(MakerState state) => Maker = state;

    /// <summary>The process dies: what was not durable never will be.</summary>
    public void Crash()
    {
        trace.Note("crash");
        _silos++;
    }

    private void Write(Action persist, Action<bool> then)
    {
        var silo = _silos;
        var wait = TimeSpan.FromMicroseconds(Math.Max(0, _freeAt - agenda.Now.Microseconds))
            + random.Milliseconds(0.2, IsInTrouble ? 900 : 30);
        _freeAt = (agenda.Now + wait).Microseconds;
        agenda.In(wait, () =>
        {
            if (silo != _silos)
                return;
            var written = !IsInTrouble || random.OneIn(2);
            trace.Note(written ? "written" : "not written");
            if (written)
                persist();
            agenda.In(random.Milliseconds(0, 2), () =>
            {
                if (silo == _silos)
                    then(written);
            });
        });
    }
}
