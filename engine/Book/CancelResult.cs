using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What became of a cancellation.</summary>
/// <param name="Rejection">Why nothing happened, or <see cref="Rejection.None"/>.</param>
/// <param name="Cancelled">What was still resting.</param>
public readonly record struct CancelResult(Rejection Rejection, Quantity Cancelled);
