using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>All that one command changed for good. Quotes are not in it: they are memory.</summary>
/// <remarks>It tells results, not commands: what traded, how customers' orders stand now. So it
/// can be read back without the quotes that led to it. Trades tell the balances that they move,
/// with both fees; an account that changed otherwise is described as it is afterwards. One
/// instance is used again and again.</remarks>
public sealed class JournalRecord
{
    /// <summary>1 and up, rising by one within the pair.</summary>
    public long Sequence { get; set; }

    /// <summary>When the command was executed.</summary>
    public Instant At { get; set; }

    /// <summary>The trades, in order.</summary>
    public List<Fill> Fills { get; } = [];

    /// <summary>Customers' orders, in order of happening.</summary>
    public List<OrderChange> Orders { get; } = [];

    /// <summary>Accounts that were opened, funded or given other terms, as they are after the
    /// trades.</summary>
    public List<AccountSnapshot> Accounts { get; } = [];

    /// <summary>The answer to an order that its owner had named; null if none was.</summary>
    public ClientAnswer? Answer { get; set; }

    /// <summary>A halt that began or ended; null if none did.</summary>
    public HaltChange? Halt { get; set; }

    /// <summary>Whether nothing was changed.</summary>
    public bool IsEmpty =>
        Fills.Count == 0 && Orders.Count == 0 && Accounts.Count == 0
        && Answer is null && Halt is null;

    /// <summary>Makes it a record of nothing.</summary>
    public void Clear()
    {
        Fills.Clear();
        Orders.Clear();
        Accounts.Clear();
        (Sequence, At, Answer, Halt) = (0, default, null, null);
    }
}
