using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A transfer between an account's wallet and the pair, and what became of it.</summary>
/// <remarks><c>default</c> stands before an account's first transfer.</remarks>
/// <param name="Number">Its place among the account's transfers with this pair.</param>
/// <param name="Base">What was to be added to the base asset; negative when it was to leave.
/// </param>
/// <param name="Quote">What was to be added to the quote asset; negative when it was to leave.
/// </param>
/// <param name="Outcome">Whether the funds moved, and if not, why.</param>
public readonly record struct AppliedTransfer(
    TransferNumber Number, Quantity Base, Notional Quote, TransferOutcome Outcome);
