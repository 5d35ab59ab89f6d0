using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>On what terms an account trades on a pair. <c>default</c> is an owner of its own, in
/// the first tier, within the pair's limits.</summary>
/// <param name="Group">Accounts of one owner, which never trade with each other, carry the same
/// number, 1 and up; 0 is an owner of its own.</param>
/// <param name="FeeTier">A tier of the pair's <see cref="FeeSchedule"/>.</param>
/// <param name="MaxOpenOrders">The most customer's orders that may be open at once, 1 to
/// <see cref="MatchingEngine.MaxRestingOrders"/>; 0 is no limit of its own. Quotes do not count:
/// their number is limited by the ladder.</param>
/// <param name="MaxQuantity">The largest order or quote, from 1 lot to
/// <see cref="PairSpec.MaxQuantity"/>; 0 is no limit of its own.</param>
public readonly record struct AccountTerms(
    int Group = 0, int FeeTier = 0, int MaxOpenOrders = 0, Quantity MaxQuantity = default);
