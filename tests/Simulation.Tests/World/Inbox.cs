using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>A grain's messages: one turn at a time, in the order of their arrival, each a step of
/// its own.</summary>
internal sealed class Inbox(Agenda agenda)
{
    private readonly Queue<Action> _turns = new();
    private bool _isBusy;

    /// <summary>Whether no turn is under way and none waits.</summary>
    public bool IsIdle => !_isBusy && _turns.Count == 0;

    /// <summary>Has a turn taken, at once if none is under way. It must end with
    /// <see cref="EndTurn"/>, later if it waits for something.</summary>
    public void Post(Action turn)
    {
        _turns.Enqueue(turn);
        if (_turns.Count == 1)
            TakeTurn();
    }

    public void EndTurn()
    {
        _isBusy = false;
        if (_turns.Count > 0)
            agenda.In(TimeSpan.Zero, TakeTurn);
    }

    /// <summary>The grain is gone, and its messages with it.</summary>
    public void Clear()
    {
        _turns.Clear();
        _isBusy = false;
    }

    private void TakeTurn()
    {
        if (_isBusy || !_turns.TryDequeue(out var turn))
            return;
        _isBusy = true;
        turn();
    }
}
