using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>A transfer as the wallet remembers it.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Number">Its place among the account's transfers with its pair; <c>default</c> for
/// deposits, withdrawals and what the wallet refused itself.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Refusal">Why it was refused, if it was.</param>
public sealed record Transfer(
    TransferOrder Order,
    TransferNumber Number,
    Instant At,
    TransferStatus Status,
    TransferRefusal Refusal)
{
    /// <summary>Whether the pair's answer is still awaited.</summary>
    public bool IsInFlight => Status == TransferStatus.InFlight;
}
