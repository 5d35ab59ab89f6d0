using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What survives a crash. One writer: writes become durable in the order in which they
/// were begun, and are confirmed a little later.</summary>
internal sealed class Disk(
    Agenda agenda, SeededRandom random, Trace trace, MarketState market, MakerState maker)
{
    private long _freeAt;
    private long _silos;

    /// <summary>The engine's last durable state.</summary>
    public MarketState Market { get; private set; } = market;

    /// <summary>The maker's last durable state.</summary>
    public MakerState Maker { get; private set; } = maker;

    /// <summary>Whether every write fails.</summary>
    public bool IsFull { get; set; }

    public void Write(MarketState state, Action<bool> then) =>
        Write(() => Market = state, then);

    public void Write(MakerState state, Action<bool> then) =>
        Write(() => Maker = state.Epoch < Maker.Epoch ? Maker : state, then);

    /// <summary>Writes while everything waits: at the beginning and the end of a life.</summary>
    public void WriteNow(MarketState state) => Market = state;

    /// <inheritdoc cref="WriteNow(MarketState)"/>
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
            + random.Milliseconds(0.2, 30);
        _freeAt = (agenda.Now + wait).Microseconds;
        agenda.In(wait, () =>
        {
            if (silo != _silos)
                return;
            var written = !IsFull;
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
