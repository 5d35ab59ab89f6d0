using System.Text.Json;

namespace MarketMaker.Feeds.Rest;

/// <summary>OKX v5 over HTTP.</summary>
/// <remarks>Each request counts one of 20 in 2 s, so 600 a minute. Source: OKX, API v5, public data
/// and market data.</remarks>
internal sealed class OkxRest : IRestProtocol
{
    private const string Success = "0";
    private const string UnknownInstrument = "51001";

    /// <summary>Of 600.</summary>
    public int WeightPerMinute => 120;

    public RestCall Listing(string symbol) =>
        new($"/api/v5/public/instruments?instType=SPOT&instId={symbol}", 1);

    public SymbolStatus ReadListing(string symbol, RestAnswer answer)
    {
        var read = RestJson.Read<OkxAnswer<OkxListing>>(answer.Body);
        if (read.Code is not (Success or UnknownInstrument))
            throw new JsonException($"error {read.Code}: {read.Msg}");
        var listed = read.Data.FirstOrDefault(x => x.InstId == symbol);
        return listed is null
            ? SymbolStatus.Unknown
            : SymbolStatus.Listed(listed.State, trading: "live");
    }

    public IEnumerable<RestCall> Prices(IReadOnlyList<string> symbols) =>
        symbols.Select(symbol => new RestCall($"/api/v5/market/ticker?instId={symbol}", 1));

    public IReadOnlyList<RestPrice> ReadPrices(RestAnswer answer)
    {
        var read = RestJson.Read<OkxAnswer<OkxTicker>>(answer.Body);
        return read.Code == Success
            ? [.. read.Data.Select(x => new RestPrice(x.InstId, x.BidPx, x.AskPx))]
            : throw new JsonException($"error {read.Code}: {read.Msg}");
    }
}
