namespace MarketMaker.Engine.Accounts;

/// <summary>A wallet's answer to an order, and the wallet after it.</summary>
/// <param name="Wallet">The wallet after it: the same object if nothing has changed.</param>
/// <param name="Transfer">The transfer as it is remembered; null if the order left no trace.
/// </param>
/// <param name="Refusal">Why it was refused, or <see cref="TransferRefusal.None"/>.</param>
public readonly record struct WalletStep(
    Wallet Wallet, Transfer? Transfer, TransferRefusal Refusal);
