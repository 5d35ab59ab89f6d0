using System.Globalization;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>The words of a command, taken one by one from the left.</summary>
internal sealed class ScenarioLine(string text)
{
    private readonly Queue<string> _words =
        new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public string Word() =>
        _words.TryDequeue(out var word) ? word : throw new FormatException("A word is missing.");

    public bool Take(string word) =>
        _words.TryPeek(out var next) && next == word && _words.TryDequeue(out _);

    public void Expect(string word)
    {
        if (!Take(word))
            throw new FormatException($"'{word}' is missing.");
    }

    public void End()
    {
        if (_words.TryPeek(out var word))
            throw new FormatException($"'{word}' is too much.");
    }

    public long Number() => long.Parse(Word(), CultureInfo.InvariantCulture);

    public long Number(string after)
    {
        Expect(after);
        return Number();
    }

    /// <summary>"by" and a name, if they come next.</summary>
    public AccountId? By() => Take("by") ? AccountId.Parse(Word()) : null;

    /// <summary>A number, or a range such as 1..3.</summary>
    public (long First, long Last) Range()
    {
        var ends = Word().Split("..").Select(long.Parse).ToArray();
        return (ends[0], ends[^1]);
    }

    /// <summary>A quantity at a price, such as 10@100, 10@max, 10@market or any@market.</summary>
    public (Quantity Quantity, Price? Price) Size(PairSpec spec)
    {
        var parts = Word().Split('@');
        var quantity = parts[0] == "any"
            ? Quantity.Zero
            : new Quantity(long.Parse(parts[0], CultureInfo.InvariantCulture));
        return (quantity, parts[1] switch
        {
            "market" => null,
            "max" => spec.MaxPrice,
            var ticks => new Price(long.Parse(ticks, CultureInfo.InvariantCulture)),
        });
    }

    public OrderKind Kind() =>
        Take("ioc") ? OrderKind.ImmediateOrCancel
        : Take("fok") ? OrderKind.FillOrKill
        : Take("post-only") ? OrderKind.PostOnly
        : OrderKind.Limit;

    /// <summary>What else an order says, word by word in any order.</summary>
    public NewOrder Conditions(NewOrder order, Func<long, OrderId> idOf)
    {
        while (_words.TryPeek(out var word))
        {
            switch (word)
            {
                case "slide":
                    order = order with { Kind = OrderKind.PostOnly, Slide = Take(word) };
                    break;
                case "trigger":
                    order = order with { Trigger = new Price(Number(after: word)) };
                    break;
                case "trail":
                    order = order with { Trail = Trail() };
                    break;
                case "display":
                    order = order with { Display = new Quantity(Number(after: word)) };
                    break;
                case "budget":
                    order = order with { Budget = new Notional(Number(after: word)) };
                    break;
                case "expires":
                    order = order with { Expires = new Instant(Number(after: word)) };
                    break;
                case "link":
                    order = order with { Link = idOf(Number(after: word)) };
                    break;
                case "cancel-oldest" or "cancel-both" or "decrement":
                    order = order with { SelfTrade = SelfTrade() };
                    break;
                default:
                    return order;
            }
        }
        return order;
    }

    private SelfTradePrevention SelfTrade() => Word() switch
    {
        "cancel-oldest" => SelfTradePrevention.CancelOldest,
        "cancel-both" => SelfTradePrevention.CancelBoth,
        _ => SelfTradePrevention.Decrement,
    };

    /// <summary>A distance and a step, in ticks or in per cent.</summary>
    private Trail Trail()
    {
        Expect("trail");
        var (distance, step) = (Word(), Word());
        return distance.EndsWith('%')
            ? Engine.Book.Trail.OfBasisPoints(BasisPoints(distance), BasisPoints(step))
            : Engine.Book.Trail.OfTicks(
                long.Parse(distance, CultureInfo.InvariantCulture),
                long.Parse(step, CultureInfo.InvariantCulture));

        static long BasisPoints(string text) =>
            100 * long.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture);
    }

    /// <summary>Quotes up to the next word that is none.</summary>
    public Quote[] Quotes(Side side, PairSpec spec)
    {
        var quotes = new List<Quote>();
        while (_words.TryPeek(out var next) && next.Contains('@', StringComparison.Ordinal))
        {
            var (quantity, price) = Size(spec);
            quotes.Add(new Quote(side, price ?? default, quantity));
        }
        return [.. quotes];
    }
}
