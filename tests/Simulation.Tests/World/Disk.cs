using MarketMaker.Engine.Journal;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What survives a crash. One writer: writes become durable in the order in which they
/// were begun, and are confirmed a little later.</summary>
internal sealed class Disk(
    Agenda agenda,
    SeededRandom random,
    Trace trace,
    IEnumerable<JournalRow> journal,
    MakerState maker)
{
    private long _freeAt;
    private long _silos;
    private readonly List<JournalRow> _journal = [.. journal];
    private long _epoch;

    /// <summary>The last trade of the engine's durable log.</summary>
    public long LastFill { get; private set; }

    /// <summary>The maker's last durable state.</summary>
    public MakerState Maker { get; private set; } = maker;

    /// <summary>Whether writes take long and every other one fails.</summary>
    public bool IsInTrouble { get; set; }

    private long Next => _journal[^1].Next;

    /// <summary>Begins a life of the engine: nothing of an earlier one is appended any more.
    /// </summary>
    public StoredJournal OpenJournal() =>
        new(Conditions.Spec.Id, ++_epoch, Next, null, [.. _journal]);

    /// <summary>Appends a row, if its life is the present one and it is the next.</summary>
    /// <param name="row">The row.</param>
    /// <param name="lastFill">The last trade in it, or before it.</param>
    /// <param name="then">Is told whether the row was stored; it may be, although the answer is
    /// no.</param>
    public void Append(JournalRow row, long lastFill, Action<bool> then)
    {
        var isMine = false;
        Write(
            () =>
            {
                isMine = (row.Epoch, row.First) == (_epoch, Next);
                if (!isMine)
                    return;
                _journal.Add(row);
                LastFill = lastFill;
            },
            written =>
            {
                var isHeard = !IsInTrouble || !random.OneIn(4);
                if (written && isMine && !isHeard)
                    trace.Note("append stored, confirmation lost");
                then(written && isMine && isHeard);
            });
    }

    public void Write(MakerState state, Action<bool> then) =>
        Write(() => Maker = state.Epoch < Maker.Epoch ? Maker : state, then);

    /// <summary>Writes the first of a life while everything waits.</summary>
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
