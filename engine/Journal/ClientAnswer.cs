using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>The answer that a customer's order was given, kept for whoever repeats it.</summary>
/// <param name="Account">Whose order it was.</param>
/// <param name="ClientId">The customer's name for it.</param>
/// <param name="Fingerprint">Stands for all that the order said.</param>
/// <param name="Result">The answer.</param>
public readonly record struct ClientAnswer(
    AccountId Account, ClientOrderId ClientId, ulong Fingerprint, PlaceResult Result);
