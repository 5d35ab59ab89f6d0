using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Commands;

/// <summary>Something that a market can be told to do, as data: to generate, replay and print.
/// </summary>
internal abstract record Command
{
    public sealed record Deposit(AccountId Account, Quantity Amount, Notional Money) : Command;

    public sealed record Place(NewOrder Order) : Command;

    public sealed record Amend(AccountId Owner, OrderId Id, Price Price, Quantity Quantity)
        : Command;

    public sealed record Reduce(AccountId Owner, OrderId Id, Quantity By) : Command;

    public sealed record Cancel(AccountId Owner, OrderId Id) : Command;

    public sealed record MassCancel(AccountId Owner, OrderFilter Filter) : Command;

    public sealed record Advance : Command;

    public sealed record Requote(
        AccountId Owner, long Epoch, long Sequence, Quote[] Bids, Quote[] Asks) : Command
    {
        public override string ToString() =>
            $"Requote {Owner} {Epoch}.{Sequence} bids {Show(Bids)} asks {Show(Asks)}";

        private static string Show(Quote[] quotes) =>
            string.Join(' ', quotes.Select(q => $"{q.Quantity.Lots}@{q.Price.Ticks}"));
    }
}
