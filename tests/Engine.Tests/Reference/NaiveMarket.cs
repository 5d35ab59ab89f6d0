using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>The engine's twin: slow and plain, answering the same commands.</summary>
internal sealed class NaiveMarket
{
    private readonly NaiveQuoting _quoting;

    public NaiveMarket(PairSpec spec, FeeSchedule fees)
    {
        Book = new NaiveBook(spec, fees);
        _quoting = new NaiveQuoting(spec, Book);
    }

    public NaiveBook Book { get; }

    public Outcome Apply(Command command, Instant now)
    {
        if (command is Command.Deposit deposit)
            return Book.Deposit(deposit);
        Book.Begin(now);
        var outcome = command switch
        {
            Command.Place place => Book.Place(place.Order, now),
            Command.Amend amend => Book.Amend(amend, now),
            Command.Reduce reduce => Book.Reduce(reduce),
            Command.Cancel cancel => Book.Cancel(cancel),
            Command.MassCancel cancel => Book.MassCancel(cancel),
            Command.Requote requote => _quoting.Requote(requote),
            Command.Advance => new Outcome(true, [], []),
            _ => throw new ArgumentException($"Unknown command {command}.", nameof(command)),
        };
        return outcome with { Touched = Book.Touched };
    }

    public Balance BalanceOf(AccountId account)
    {
        var owned = Book.Accounts[account];
        var (amount, money) = (Book.Free(account, Side.Sell), Book.Free(account, Side.Buy));
        return new Balance(
            new Quantity(amount), new Quantity(owned.Base - amount),
            new Notional(money), new Notional(owned.Quote - money));
    }
}
