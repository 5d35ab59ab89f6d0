using MarketMaker.Engine.Accounts;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a wallet holds.</summary>
/// <param name="Balances">Every asset that it has ever held, by name, and what is available of it.
/// </param>
/// <param name="InFlight">What waits for a pair's answer, oldest first.</param>
[GenerateSerializer, Immutable, Alias("WalletView")]
public sealed record WalletView(
    [property: Id(0)] Holding[] Balances, [property: Id(1)] Transfer[] InFlight);
