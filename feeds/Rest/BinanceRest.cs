using System.Text.Json;

namespace MarketMaker.Feeds.Rest;

/// <summary>Binance spot over HTTP.</summary>
/// <remarks>
/// A list of several symbols is refused as a whole when one of them is unknown, so symbols are
/// looked up one by one (weight 20) and only those that trade are asked for prices (weight 2 for
/// one, 4 for several). Source: Binance, rest-api, general and market data endpoints.
/// </remarks>
internal sealed class BinanceRest : IRestProtocol
{
    private const int InvalidSymbol = -1121;
    private const int SymbolsAtOnce = 100;

    /// <summary>Of 6000.</summary>
    public int WeightPerMinute => 1200;

    public RestCall Listing(string symbol) =>
        new($"/api/v3/exchangeInfo?symbol={symbol}&showPermissionSets=false", 20);

    public SymbolStatus ReadListing(string symbol, RestAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            var error = RestJson.Read<BinanceError>(answer.Body);
            return error.Code == InvalidSymbol
                ? SymbolStatus.Unknown
                : throw new JsonException($"error {error.Code}: {error.Msg}");
        }
        var listed = RestJson.Read<BinanceExchangeInfo>(answer.Body).Symbols
            .FirstOrDefault(x => x.Symbol == symbol);
        return listed is null
            ? SymbolStatus.Unknown
            : SymbolStatus.Listed(listed.Status, trading: "TRADING");
    }

    public IEnumerable<RestCall> Prices(IReadOnlyList<string> symbols) =>
        symbols.Chunk(SymbolsAtOnce).Select(part =>
        {
            var names = string.Join(",", part.Select(symbol => $"%22{symbol}%22"));
            return new RestCall(
                $"/api/v3/ticker/bookTicker?symbols=%5B{names}%5D", part.Length == 1 ? 2 : 4);
        });

    public IReadOnlyList<RestPrice> ReadPrices(RestAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            var error = RestJson.Read<BinanceError>(answer.Body);
            throw new JsonException($"error {error.Code}: {error.Msg}");
        }
        return
        [
            .. RestJson.Read<IReadOnlyList<BinanceTicker>>(answer.Body)
                .Select(x => new RestPrice(x.Symbol, x.BidPrice, x.AskPrice)),
        ];
    }
}
