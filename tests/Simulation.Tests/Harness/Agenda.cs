using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Harness;

/// <summary>Virtual time: what is due, by its time and then in the order of entry.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (long At, long Order)> _due = new();
    private long _order;

    /// <summary>The time; it moves only in <see cref="Step"/>.</summary>
    public Instant Now { get; private set; } = new(1_750_000_000_000_000);

    /// <summary>Enters what shall happen after a while.</summary>
    public void In(TimeSpan delay, Action action) =>
        _due.Enqueue(action, ((Now + delay).Microseconds, ++_order));

    /// <summary>Does what is due next.</summary>
    public void Step()
    {
        _due.TryDequeue(out var action, out var when);
        Now = new Instant(when.At);
        action!();
    }
}
