using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tap;

/// <summary>A command that a market has carried out or refused, told again so that another market
/// can do the same.</summary>
/// <remarks>Made by the method of its kind; what a kind does not speak of is <c>default</c>.
/// </remarks>
public readonly record struct CustomerCommand
{
    /// <summary>Its place among the commands of its tap, from 1, without gaps.</summary>
    public long Number { get; init; }

    /// <summary>When the market carried it out.</summary>
    public Instant At { get; init; }

    /// <summary>What it was.</summary>
    public CustomerCommandKind Kind { get; init; }

    /// <summary>Whose it was; of <see cref="Place"/> see <see cref="Order"/>.</summary>
    public AccountId Account { get; init; }

    /// <summary>The new order.</summary>
    public NewOrder Order { get; init; }

    /// <summary>The order's number: of a new one what it was given, <c>default</c> if it was
    /// refused.</summary>
    public OrderId Id { get; init; }

    /// <summary>The new limit.</summary>
    public Price Price { get; init; }

    /// <summary>What shall remain, by how much less, or what was added of the base asset.
    /// </summary>
    public Quantity Quantity { get; init; }

    /// <summary>What was added of the quote asset.</summary>
    public Notional Money { get; init; }

    /// <summary>Which orders go.</summary>
    public OrderFilter Filter { get; init; }

    /// <summary>The account's terms.</summary>
    public AccountTerms AccountTerms { get; init; }

    /// <summary>The ladder.</summary>
    public CustomerLadder? Quotes { get; init; }

    /// <summary>Why the market was halted.</summary>
    public string? Reason { get; init; }

    /// <summary>An account was opened.</summary>
    public static CustomerCommand Open(
        Instant at, AccountId account, Quantity amount, Notional money, AccountTerms terms) =>
        new()
        {
            Kind = CustomerCommandKind.Open,
            At = at,
            Account = account,
            Quantity = amount,
            Money = money,
            AccountTerms = terms,
        };

    /// <summary>Funds were moved.</summary>
    public static CustomerCommand Funds(
        Instant at, AccountId account, Quantity amount, Notional money) =>
        new()
        {
            Kind = CustomerCommandKind.Funds,
            At = at,
            Account = account,
            Quantity = amount,
            Money = money,
        };

    /// <summary>An account got other terms.</summary>
    public static CustomerCommand Terms(Instant at, AccountId account, AccountTerms terms) =>
        new()
        {
            Kind = CustomerCommandKind.Terms,
            At = at,
            Account = account,
            AccountTerms = terms,
        };

    /// <summary>An order was entered or refused.</summary>
    public static CustomerCommand Place(Instant at, in NewOrder order, OrderId id) =>
        new() { Kind = CustomerCommandKind.Place, At = at, Order = order, Id = id };

    /// <summary>An order was to be changed.</summary>
    public static CustomerCommand Amend(
        Instant at, AccountId account, OrderId id, Price price, Quantity quantity) =>
        new()
        {
            Kind = CustomerCommandKind.Amend,
            At = at,
            Account = account,
            Id = id,
            Price = price,
            Quantity = quantity,
        };

    /// <summary>An order was to become smaller.</summary>
    public static CustomerCommand Reduce(
        Instant at, AccountId account, OrderId id, Quantity by) =>
        new()
        {
            Kind = CustomerCommandKind.Reduce,
            At = at,
            Account = account,
            Id = id,
            Quantity = by,
        };

    /// <summary>An order was to go.</summary>
    public static CustomerCommand Cancel(Instant at, AccountId account, OrderId id) =>
        new() { Kind = CustomerCommandKind.Cancel, At = at, Account = account, Id = id };

    /// <summary>Orders were to go.</summary>
    public static CustomerCommand MassCancel(
        Instant at, AccountId account, OrderFilter filter) =>
        new()
        {
            Kind = CustomerCommandKind.MassCancel,
            At = at,
            Account = account,
            Filter = filter,
        };

    /// <summary>Another maker replaced its ladder.</summary>
    public static CustomerCommand Ladder(Instant at, AccountId account, CustomerLadder ladder) =>
        new()
        {
            Kind = CustomerCommandKind.Ladder,
            At = at,
            Account = account,
            Quotes = ladder,
        };

    /// <summary>Another maker renewed its ladder.</summary>
    public static CustomerCommand Renew(Instant at, AccountId account, CustomerLadder ladder) =>
        new()
        {
            Kind = CustomerCommandKind.Renew,
            At = at,
            Account = account,
            Quotes = ladder,
        };

    /// <summary>The market was halted.</summary>
    public static CustomerCommand Halt(Instant at, string reason) =>
        new() { Kind = CustomerCommandKind.Halt, At = at, Reason = reason };

    /// <summary>A halt was ended.</summary>
    public static CustomerCommand Resume(Instant at) =>
        new() { Kind = CustomerCommandKind.Resume, At = at };
}
