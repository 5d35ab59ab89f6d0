using MarketMaker.Engine;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Simulation.Tests.Laws;
using MarketMaker.Simulation.Tests.World;

namespace MarketMaker.Simulation.Tests;

/// <summary>The whole way of a price on one thread and in virtual time: venue → maker → engine →
/// customers' trades → maker, with faults. A seed is a world; the same seed is the same world.
/// </summary>
internal sealed class Simulation
{
    private readonly ulong _seed;
    private readonly Action<long>? _alsoAfterEachStep;
    private readonly Agenda _agenda = new();
    private readonly EngineShell _engine;
    private readonly MakerShell _maker;
    private readonly EngineLaws _engineLaws;
    private readonly BookkeepingLaws _bookkeepingLaws;
    private readonly QuotingLaws _quotingLaws;

    /// <summary>Makes a world.</summary>
    /// <param name="seed">Which one.</param>
    /// <param name="alsoAfterEachStep">A law of the caller's own; it gets the step.</param>
    public Simulation(ulong seed, Action<long>? alsoAfterEachStep = null)
    {
        (_seed, _alsoAfterEachStep) = (seed, alsoAfterEachStep);
        Trace = new Trace(_agenda);
        var random = new SeededRandom(seed);
        var conditions = new Conditions(random.Fork());
        var parameters = Conditions.Parameters(random.Fork());
        var books = new DeskBooks(0, 0, conditions.DeskBase, conditions.DeskQuote, default);
        var disk = new Disk(
            _agenda, random.Fork(), Trace, OpenMarket(conditions),
            new MakerState(0, MayQuote: true, parameters, RuleKind.House, books));
        var fills = new FillStream(_agenda, random.Fork(), Trace);
        var venue = new SimulatedVenue(_agenda, random.Fork(), Trace, conditions.StartTicks);
        _engine = new EngineShell(_agenda, Trace, disk, fills, conditions);
        var line = new EngineLine(_agenda, random.Fork(), Trace, _engine);
        _maker = new MakerShell(_agenda, Trace, disk, _engine, line);
        (fills.Listener, venue.Listener) = (_maker.OnBell, _maker.OnTick);
        _ = new CustomerCrowd(_agenda, random.Fork(), _engine, venue);
        _ = new Mischief(_agenda, random.Fork(), venue, _engine, line, _maker, fills, disk);
        _engineLaws = new EngineLaws(_engine, conditions);
        _bookkeepingLaws = new BookkeepingLaws(_maker, _engine, disk, conditions);
        _quotingLaws = new QuotingLaws(_maker, _engine, _agenda);
        _maker.Deciding = _quotingLaws.CheckKnowledge;
        _maker.Start();
    }

    /// <summary>What has happened.</summary>
    public Trace Trace { get; }

    /// <summary>How many steps were taken.</summary>
    public long Steps { get; private set; }

    /// <summary>After how many of them both sides had to be quoted, and were.</summary>
    public long QuotedSteps => _quotingLaws.QuotedSteps;

    /// <summary>Takes steps, and checks every law after each.</summary>
    /// <exception cref="SimulationFailedException">A law was broken, or something threw.
    /// </exception>
    public void Run(long steps)
    {
        try
        {
            for (var i = 0L; i < steps; i++)
                Step();
        }
        catch (Exception cause)
        {
            throw new SimulationFailedException(_seed, Steps, Trace, cause);
        }
    }

    private void Step()
    {
        Steps++;
        _maker.Forget();
        _agenda.Step();
        _engineLaws.Check();
        _bookkeepingLaws.Check();
        _quotingLaws.Check();
        _alsoAfterEachStep?.Invoke(Steps);
    }

    /// <summary>A journal that begins with everybody's accounts.</summary>
    private static IEnumerable<JournalRow> OpenMarket(Conditions conditions)
    {
        var pair = Conditions.Spec.Id;
        var market = DurableMarket.Recover(
            Conditions.Spec, conditions.Fees, new StoredJournal(pair, 0, 1, null, []));
        Open(market, Conditions.Desk, conditions.DeskBase, conditions.DeskQuote);
        foreach (var customer in Conditions.Customers)
            Open(market, customer, Conditions.CustomersBase, Conditions.CustomersQuote);
        var buffer = new JournalBuffer();
        Invariant.Holds(market.TryRecord(buffer, 1, default));
        return [JournalRow.Of(pair, 0, 1, 1, buffer.Written)];
    }

    private static void Open(
        DurableMarket market, AccountId account, Quantity amount, Notional money)
    {
        var rejection = market.Engine.OpenAccount(account, amount, money);
        Invariant.Holds(rejection == Rejection.None);
        market.Describe(account);
    }
}
