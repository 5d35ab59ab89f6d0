using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces;

/// <summary>The wallet of one account, keyed by the account's name.</summary>
/// <remarks>It calls the pairs' engines, and they never call it.</remarks>
[Alias("MarketMaker.IAccountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Carries out a transfer, once for each id. Durable when the call returns. A transfer
    /// with a pair has ended then, or, if the pair did not answer, is in flight and goes on by
    /// itself.</summary>
    [Alias("Move")]
    Task<TransferReply> Move(TransferOrder order);

    /// <summary>What the wallet holds and what is in flight; null if it never had anything.
    /// </summary>
    [Alias("Get")]
    Task<WalletView?> Get();

    /// <summary>Finds a transfer that is remembered; null if there is none.</summary>
    [Alias("Find")]
    Task<Transfer?> Find(TransferId id);

    /// <summary>Goes on with what is in flight; an account that has nothing in flight leaves the
    /// directory of those that have.</summary>
    [Alias("Resume")]
    Task Resume();
}
