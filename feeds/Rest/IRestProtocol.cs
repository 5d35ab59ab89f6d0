namespace MarketMaker.Feeds.Rest;

/// <summary>A venue's words over HTTP.</summary>
internal interface IRestProtocol
{
    /// <summary>The weight a minute that this silo allows itself: a fifth of what the venue allows
    /// an address, so that several silos may share one.</summary>
    int WeightPerMinute { get; }

    /// <summary>Asks whether a symbol is listed and trades.</summary>
    RestCall Listing(string symbol);

    /// <summary>Reads the answer to <see cref="Listing"/>.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not what the venue documents.
    /// </exception>
    SymbolStatus ReadListing(string symbol, RestAnswer answer);

    /// <summary>Asks for the best prices of symbols that are listed; one request or several.
    /// </summary>
    IEnumerable<RestCall> Prices(IReadOnlyList<string> symbols);

    /// <summary>Reads an answer to one of <see cref="Prices"/>.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not what the venue documents.
    /// </exception>
    IReadOnlyList<RestPrice> ReadPrices(RestAnswer answer);
}
