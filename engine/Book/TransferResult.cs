namespace MarketMaker.Engine.Book;

/// <summary>What became of a transfer.</summary>
/// <param name="Outcome">Whether the funds moved, and if not, why.</param>
/// <param name="IsRepeat">Whether this is the answer of an earlier time: nothing was done now.
/// </param>
public readonly record struct TransferResult(TransferOutcome Outcome, bool IsRepeat);
