using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces;

/// <summary>The market of one pair, keyed by the pair's name, on the silo of its maker.</summary>
/// <remarks>It never calls its maker: it rings a bell, and the trades are in the log. What it
/// answers is durable, whatever it speaks of; only quotes do not wait for the disk. Every
/// call fails with <see cref="OutcomeUnknownException"/> when the engine steps down meanwhile,
/// with <see cref="PairOutOfServiceException"/> when the pair cannot start from what is stored, and
/// with <see cref="Catalogue.UnknownPairException"/> when the exchange does not list the
/// pair.</remarks>
[Alias("MarketMaker.IMatchingEngineGrain")]
public interface IMatchingEngineGrain : IGrainWithStringKey
{
    /// <summary>Replaces a maker's whole ladder in one step.</summary>
    [Alias("MassQuote")]
    ValueTask<MassQuoteReply> MassQuote(MassQuote quotes);

    /// <summary>Places, changes or takes out one quote of a maker's ladder: memory, as the ladder
    /// is. A quote that would take is refused.</summary>
    /// <returns>The complete resulting ladder.</returns>
    [Alias("ChangeQuote")]
    ValueTask<MassQuoteReply> ChangeQuote(QuoteChange change);

    /// <summary>Lets a maker's last ladder stand for another lease, as it is.</summary>
    [Alias("RenewQuotes")]
    ValueTask<LadderRenewalReply> RenewQuotes(LadderRenewal renewal);

    /// <summary>Where an account stands with its market-maker protection.</summary>
    [Alias("GetProtection")]
    ValueTask<ProtectionStatus> GetProtection(AccountId account);

    /// <summary>Lets an account quote again whose quotes were pulled by its protection.</summary>
    /// <returns>Why nothing has changed, or <see cref="Rejection.None"/>.</returns>
    [Alias("ResetProtection")]
    ValueTask<Rejection> ResetProtection(AccountId account);

    /// <summary>Halts the market: until it is resumed it accepts nothing but cancelling. Durable
    /// when the call returns.</summary>
    /// <param name="reason">For people, 1 to <see cref="MatchingEngine.MaxHaltReason"/>
    /// characters.</param>
    [Alias("Halt")]
    Task Halt(string reason);

    /// <summary>Ends a halt; durable when the call returns.</summary>
    [Alias("Resume")]
    Task Resume();

    /// <summary>Why the market is halted; null while it trades.</summary>
    [Alias("GetHaltReason")]
    ValueTask<string?> GetHaltReason();

    /// <summary>Enters an order.</summary>
    [Alias("Place")]
    ValueTask<PlaceReply> Place(NewOrder order);

    /// <summary>Changes an order; less at the same price keeps its place.</summary>
    [Alias("Amend")]
    ValueTask<PlaceReply> Amend(AccountId account, OrderId id, Price price, Quantity quantity);

    /// <summary>Makes an order smaller; it keeps its place.</summary>
    /// <param name="account">Whose order it is.</param>
    /// <param name="id">The order.</param>
    /// <param name="by">How much less of it there shall be; all of it takes it out.</param>
    [Alias("Reduce")]
    ValueTask<PlaceReply> Reduce(AccountId account, OrderId id, Quantity by);

    /// <summary>Takes out an account's orders, all or some, in one step; its ladder stays.
    /// </summary>
    [Alias("MassCancel")]
    ValueTask<MassCancelReply> MassCancel(AccountId account, OrderFilter filter);

    /// <summary>Takes an order out of the book.</summary>
    [Alias("Cancel")]
    ValueTask<CancelResult> Cancel(AccountId account, OrderId id);

    /// <summary>Finds an account's resting order; null if there is none.</summary>
    [Alias("GetOrder")]
    ValueTask<RestingOrder?> GetOrder(AccountId account, OrderId id);

    /// <summary>Gives an account its first funds. An account that has had funds before is left as
    /// it is, so a repeat changes nothing. Durable when the call returns.</summary>
    /// <returns>Why nothing has changed, or <see cref="Rejection.None"/>.</returns>
    [Alias("OpenAccount")]
    Task<Rejection> OpenAccount(
        AccountId account, Quantity amount, Notional money, AccountTerms terms = default);

    /// <summary>Changes on what terms an account trades; durable when the call returns.</summary>
    /// <returns>Why nothing has changed, or <see cref="Rejection.None"/>.</returns>
    [Alias("SetTerms")]
    Task<Rejection> SetTerms(AccountId account, AccountTerms terms);

    /// <summary>On what terms an account trades; null if it was never opened.</summary>
    [Alias("GetTerms")]
    ValueTask<AccountTerms?> GetTerms(AccountId account);

    /// <summary>Moves funds between an account's wallet and the pair, once for each number. Durable
    /// when the call returns, an answer that is repeated too.</summary>
    /// <param name="account">Whose funds they are; its first transfer opens it.</param>
    /// <param name="number">The transfer's place among those of the account with this pair.
    /// </param>
    /// <param name="amount">What is added to the base asset; negative when it leaves.</param>
    /// <param name="money">What is added to the quote asset; negative when it leaves.</param>
    [Alias("Transfer")]
    [ResponseTimeout("00:00:05")]
    Task<TransferOutcome> Transfer(
        AccountId account, TransferNumber number, Quantity amount, Notional money);

    /// <summary>What an account has; null if it never had funds.</summary>
    [Alias("GetBalance")]
    ValueTask<Balance?> GetBalance(AccountId account);

    /// <summary>The book.</summary>
    /// <param name="levels">1 to <see cref="BookView.MaxLevels"/> on each side.</param>
    [Alias("GetBook")]
    ValueTask<BookView> GetBook(int levels);

    /// <summary>What everyone may see of the market, unless the caller has seen it.</summary>
    /// <param name="sequence">The depth that is known already; 0 for none.</param>
    /// <param name="lastFill">The last trade that is known already; 0 for none.</param>
    /// <returns>Null when neither is another now.</returns>
    [Alias("GetMarketView")]
    ValueTask<MarketView?> GetMarketView(long sequence, long lastFill);

    /// <summary>An account's resting orders with their exact places in the queue; null if it never
    /// had funds.</summary>
    [Alias("GetOwnOrders")]
    ValueTask<OwnOrdersView?> GetOwnOrders(AccountId account);

    /// <summary>The trades after a number, oldest first.</summary>
    /// <param name="after">The last number that is known already; 0 for none.</param>
    /// <param name="limit">1 to <see cref="FillPage.MaxFills"/>.</param>
    [Alias("GetFills")]
    ValueTask<FillPage> GetFills(long after, int limit);

    /// <summary>The latest trades, oldest first.</summary>
    /// <param name="limit">1 to <see cref="FillPage.MaxFills"/>.</param>
    [Alias("GetLatestFills")]
    ValueTask<FillPage> GetLatestFills(int limit);

    /// <summary>What was measured.</summary>
    [Alias("GetStatistics")]
    ValueTask<MarketStatistics> GetStatistics();

    /// <summary>Lets the trade log forget.</summary>
    /// <param name="applied">The last trade that the maker's durable books contain.</param>
    [Alias("Forget")]
    ValueTask Forget(long applied);

    /// <summary>Begins to keep what customers say, for <see cref="ReadTap"/>, and tells how the
    /// market stands. It stops by itself when nobody reads for half a minute.</summary>
    /// <returns>Null if the market has more than <see cref="TappedMarket.MaxAccounts"/>.
    /// </returns>
    [Alias("OpenTap")]
    ValueTask<TappedMarket?> OpenTap();

    /// <summary>What customers have said, carried out or refused, since a command.</summary>
    /// <param name="epoch">The market's life that is followed.</param>
    /// <param name="after">The last command that is known.</param>
    [Alias("ReadTap")]
    ValueTask<TapPage> ReadTap(long epoch, long after);

    /// <summary>The silo that the engine lives on.</summary>
    [Alias("GetSilo")]
    ValueTask<SiloAddress> GetSilo();

    /// <summary>Moves the engine to its maker's silo.</summary>
    [Alias("MoveTo")]
    ValueTask MoveTo(SiloAddress silo);
}
