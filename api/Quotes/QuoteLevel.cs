namespace MarketMaker.Api.Quotes;

/// <summary>One level of a ladder.</summary>
/// <param name="Price">In the quote asset, on a tick.</param>
/// <param name="Size">In the base asset, in whole lots.</param>
public sealed record QuoteLevel(decimal Price, decimal Size);
