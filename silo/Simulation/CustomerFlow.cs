using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Silo.Simulation;

/// <summary>What the simulated customers of a pair do next: seeded, pure.</summary>
/// <remarks>Orders come as a Poisson process. Seven in ten take at the market, with exponential
/// sizes around a tenth of the maker's best level; the rest rest for a while near the top.
/// </remarks>
internal sealed class CustomerFlow(int seed, Quantity makerSize)
{
    public static readonly IReadOnlyList<AccountId> Accounts =
        [.. Enumerable.Range(1, 4).Select(i => AccountId.Parse($"simulated-customer-{i}"))];

    private const double OrdersPerSecond = 2;
    private const double ShareOfTakers = 0.7;
    private const int MaxTicksFromTop = 20;

    private readonly Random _random = new(seed);

    /// <summary>How long until the next order.</summary>
    public TimeSpan Wait() => TimeSpan.FromSeconds(Exponential() / OrdersPerSecond);

    /// <summary>How long an order rests before its owner takes it back.</summary>
    public TimeSpan Patience() => TimeSpan.FromSeconds(1 + 5 * Exponential());

    /// <summary>The next order; null when there is no book to trade on.</summary>
    public NewOrder? Next(BookView book)
    {
        if (book.Bids is not [var bid, ..] || book.Asks is not [var ask, ..])
            return null;
        var account = Accounts[_random.Next(Accounts.Count)];
        var side = _random.Next(2) == 0 ? Side.Buy : Side.Sell;
        var lots = Math.Max(1, (long)(makerSize.Lots * 0.1 * Exponential()));
        var quantity = new Quantity(Math.Min(lots, makerSize.Lots));
        if (_random.NextDouble() < ShareOfTakers)
            return NewOrder.Market(account, side, quantity);
        var behind = new Offset(_random.Next(MaxTicksFromTop));
        var price = side == Side.Buy ? bid.Price - behind : ask.Price + behind;
        return price.Ticks < 1
            ? null
            : new NewOrder(account, side, OrderKind.PostOnly, price, quantity);
    }

    private double Exponential() => -Math.Log(1 - _random.NextDouble());
}
