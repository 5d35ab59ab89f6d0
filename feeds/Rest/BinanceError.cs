namespace MarketMaker.Feeds.Rest;

/// <summary>An error of Binance's.</summary>
internal sealed record BinanceError(int Code, string Msg);
