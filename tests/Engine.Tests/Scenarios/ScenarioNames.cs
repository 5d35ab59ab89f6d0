using System.Globalization;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>A scenario's own numbers for orders, and the engine's.</summary>
internal sealed class ScenarioNames
{
    private readonly Dictionary<long, (OrderId Id, AccountId Owner)> _orders = [];
    private readonly Dictionary<OrderId, long> _numbers = [];

    public void Add(long number, OrderId id, AccountId owner)
    {
        _orders[number] = (id, owner);
        _numbers[id] = number;
    }

    /// <summary>The engine's number of an order; one that it never issues for an unknown order.
    /// </summary>
    public OrderId IdOf(long number) =>
        _orders.TryGetValue(number, out var order)
            ? order.Id
            : new OrderId(long.MaxValue - number);

    public AccountId OwnerOf(long number) =>
        _orders.TryGetValue(number, out var order) ? order.Owner : TraderOf(number);

    /// <summary>Whose an order is when the scenario does not say.</summary>
    public static AccountId TraderOf(long number) => AccountId.Parse($"trader-{number}");

    /// <summary>The scenario's number of an order that the engine calls by its own.</summary>
    public long NumberOf(string id) => _numbers[new OrderId(
        long.Parse(id.TrimStart('#'), CultureInfo.InvariantCulture))];

    /// <summary>An order's number, or for a quote its owner's name.</summary>
    public string NameOf(OrderId id, AccountId owner) =>
        _numbers.TryGetValue(id, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : owner.ToString();

    /// <summary>The trades of a command, one a line. A run of orders with rising numbers, alike
    /// in size and price, is one line.</summary>
    public IEnumerable<string> Describe(IReadOnlyList<Fill> fills)
    {
        for (var i = 0; i < fills.Count;)
        {
            var first = fills[i];
            var run = 1;
            while (i + run < fills.Count && Follows(fills[i + run - 1], fills[i + run]))
                run++;
            var maker = NameOf(first.Maker, first.MakerAccount);
            if (run > 1)
                maker += $"..{_numbers[fills[i + run - 1].Maker]}";
            yield return $"{NameOf(first.Taker, first.TakerAccount)} x {maker} "
                + $"{first.Quantity.Lots}@{first.Price.Ticks}";
            i += run;
        }
    }

    private bool Follows(in Fill previous, in Fill next) =>
        next.Quantity == previous.Quantity && next.Price == previous.Price
        && _numbers.TryGetValue(previous.Maker, out var before)
        && _numbers.TryGetValue(next.Maker, out var number) && number == before + 1;
}
