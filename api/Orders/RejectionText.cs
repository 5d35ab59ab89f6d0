using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;

namespace MarketMaker.Api.Orders;

/// <summary>The engine's rejections in words, with what to do about them.</summary>
internal static class RejectionText
{
    /// <summary>Says why an order of a pair was refused.</summary>
    public static string Of(Rejection rejection, string pair) => rejection switch
    {
        Rejection.UnknownAccount =>
            $"The account has no funds in {pair}. POST /pairs/{pair}/accounts/{{account}} opens "
            + "it.",
        Rejection.Busy =>
            $"More commands to {pair} wait for the disk than may. Nothing was done: try again.",
        Rejection.ClientOrderIdReused =>
            "The account has given this clientOrderId to another order.",
        Rejection.TooManyAccounts =>
            $"{pair} has {Ledger.MaxAccounts} accounts, its limit.",
        Rejection.TermsOutOfRange =>
            $"The terms name a fee tier that {pair} does not have, or a limit beyond its own.",
        Rejection.FundsOutOfRange =>
            "All funds of the pair together would pass what the engine can count.",
        Rejection.MarketHalted =>
            $"The market is halted; GET /pairs/{pair}/halt says why. Cancelling is possible.",
        Rejection.StaleMarket =>
            "The ladder was meant for an earlier life of the market. Send the 'market' of this "
            + "answer.",
        Rejection.StaleSequence =>
            "A ladder with a later epoch or sequence has been applied already.",
        Rejection.TooManyQuotes =>
            $"A ladder has at most {MatchingEngine.MaxQuotesPerSide} levels on each side.",
        Rejection.QuotesNotInOrder =>
            "A side of the ladder is not best first, repeats a price, or crosses the other.",
        Rejection.QuantityOverAccountLimit =>
            "The size is more than the account's terms allow. GET "
            + $"/pairs/{pair}/accounts/{{account}}/terms shows them.",
        Rejection.PriceOutsideBand =>
            "The price lies further from the reference price than the pair allows.",
        Rejection.TooManyOpenOrders =>
            "The account has as many open orders as it may have. Cancel one first.",
        Rejection.TriggerOutOfRange =>
            "The trigger, or where its trail would begin, is outside the pair's prices; before "
            + "the first trade a trailing stop needs a trigger.",
        Rejection.DisplayOutOfRange =>
            $"An iceberg has at most {MatchingEngine.MaxParts} parts: show more of it.",
        Rejection.BudgetOutOfRange =>
            "Market buys and fillOrKill orders take a budget, and a stop that buys needs one.",
        Rejection.ExpiryOutOfRange =>
            "expiresAt is over.",
        Rejection.UnknownLink =>
            "The order to link with is not a live order of the account, is linked already, or "
            + "neither of the two is a stop.",
        Rejection.NotFillable =>
            "At its price, or for its budget, the order cannot trade whole and at once.",
        Rejection.BookFull =>
            $"The book holds {MatchingEngine.MaxRestingOrders} orders, its limit.",
        Rejection.InsufficientFunds =>
            "The account has less than the order could cost at worst, fees included. GET "
            + $"/pairs/{pair}/accounts/{{account}} shows what it has.",
        Rejection.PostOnlyWouldTake =>
            "At its price the order would take, and a postOnly order must not.",
        _ => "The rejection says why.",
    };
}
