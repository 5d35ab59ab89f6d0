using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Invariants;

/// <summary>A matching engine whose books are audited after every command.</summary>
internal sealed class WatchedEngine(PairSpec spec, FeeSchedule fees)
{
    private readonly BookInvariants _books = new();
    private readonly OrderAccounting _orders = new();

    public MatchingEngine Engine { get; private set; } = new(spec, fees);

    /// <summary>Carries out a command and audits the market after it.</summary>
    /// <exception cref="InvariantBrokenException">The books are wrong.</exception>
    public Outcome Apply(Command command, Instant now)
    {
        var outcome = Follow(command, now);
        Audit();
        return outcome;
    }

    /// <summary>Goes on with what a snapshot keeps of the market.</summary>
    /// <exception cref="InvariantBrokenException">The books are wrong.</exception>
    public void Restart()
    {
        Engine = MatchingEngine.Restore(spec, fees, Engine.Snapshot());
        Audit();
    }

    /// <summary>Carries out one of several commands that are audited together.</summary>
    public Outcome Follow(Command command, Instant now)
    {
        var outcome = Outcome.Of(Engine, command, now);
        _orders.Follow(command, outcome, Engine);
        _books.Follow(command, outcome);
        return outcome;
    }

    /// <exception cref="InvariantBrokenException">The books are wrong.</exception>
    public void Audit()
    {
        var orders = Engine.Orders();
        _orders.Audit(orders, Engine.Stops());
        _books.Audit(Engine, orders);
    }
}
