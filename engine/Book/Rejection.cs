using MarketMaker.Engine.Accounts;

namespace MarketMaker.Engine.Book;

/// <summary>Why a command was refused, or a quote does not rest. Where several apply, the first in
/// this order is the answer.</summary>
public enum Rejection : byte
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>More commands wait for the disk than may: nothing was done. Try again.</summary>
    Busy,

    /// <summary>The account has never had a deposit in this pair.</summary>
    UnknownAccount,

    /// <summary>The account has given this client order id to another order.</summary>
    ClientOrderIdReused,

    /// <summary>The account has been opened before.</summary>
    AccountExists,

    /// <summary>The pair has <see cref="Ledger.MaxAccounts"/> accounts.</summary>
    TooManyAccounts,

    /// <summary>The account's terms name a fee tier that the pair does not have, or a limit beyond
    /// the pair's own.</summary>
    TermsOutOfRange,

    /// <summary>The funds are negative, or more than <see cref="Ledger.MaxTotal"/> leaves room for.
    /// </summary>
    FundsOutOfRange,

    /// <summary>No such live order of this account.</summary>
    UnknownOrder,

    /// <summary>The mass quote or renewal was meant for another life of the market; the answer
    /// names the present one.</summary>
    StaleMarket,

    /// <summary>The mass quote is older than one already applied.</summary>
    StaleSequence,

    /// <summary>There is no ladder to renew: it was withdrawn since it was sent.</summary>
    LadderGone,

    /// <summary>The market is halted: nothing but cancelling goes on.</summary>
    MarketHalted,

    /// <summary>Too much of the owner's quotes has traded: its ladders are refused until its
    /// market-maker protection is reset or the freeze is over.</summary>
    QuotesFrozen,

    /// <summary>More quotes on a side than <see cref="MatchingEngine.MaxQuotesPerSide"/>.</summary>
    TooManyQuotes,

    /// <summary>The price is not from 1 tick to the pair's highest price.</summary>
    PriceOutOfRange,

    /// <summary>The quantity is not from 1 lot to the pair's largest quantity.</summary>
    QuantityOutOfRange,

    /// <summary>The quantity is more than the account's terms allow.</summary>
    QuantityOverAccountLimit,

    /// <summary>The trigger, or where its trail would begin, is not from 1 tick to the pair's
    /// highest price; or the trail is out of range, or has no trigger before the first trade.
    /// </summary>
    TriggerOutOfRange,

    /// <summary>The part that an iceberg shows is less than 1 lot, or leaves it more than
    /// <see cref="MatchingEngine.MaxParts"/> parts.</summary>
    DisplayOutOfRange,

    /// <summary>The budget is less than 1 tick·lot, is on an order that takes none, or lacks on a
    /// market buy that waits for its trigger.</summary>
    BudgetOutOfRange,

    /// <summary>The order would have expired already.</summary>
    ExpiryOutOfRange,

    /// <summary>The ladder is not best first, repeats a price, or crosses itself.</summary>
    QuotesNotInOrder,

    /// <summary>The price lies further from the reference than the pair's band allows.</summary>
    PriceOutsideBand,

    /// <summary>The account has as many open orders as it may have.</summary>
    TooManyOpenOrders,

    /// <summary>The order to link with is not a live order of this account, is linked already, or
    /// neither of the two is a stop.</summary>
    UnknownLink,

    /// <summary>The book holds <see cref="MatchingEngine.MaxRestingOrders"/> orders.</summary>
    BookFull,

    /// <summary>The account has less than the order could cost at worst.</summary>
    InsufficientFunds,

    /// <summary>It must not take, and at its price (or any it could slide to) it would.</summary>
    PostOnlyWouldTake,

    /// <summary>It must trade whole and at once, and at its price, or for its budget, it cannot.
    /// </summary>
    NotFillable,
}
