using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Rest;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads the section <c>Feeds:Rest</c>, and where a venue answers requests.</summary>
internal static class RestSettings
{
    private const string BinanceUrl = "https://data-api.binance.vision";
    private const string OkxUrl = "https://www.okx.com";

    private static readonly string[] _publicHosts =
        ["stream.binance.com", "data-stream.binance.vision", "ws.okx.com"];

    /// <summary>How a venue's socket is checked.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="venue">The venue, as settings name it.</param>
    /// <param name="socket">The socket's address: beside any other than the venue's public one,
    /// requests go to the same host.</param>
    /// <returns>Null if it is not.</returns>
    /// <exception cref="SettingsException">A setting is outside its range.</exception>
    public static RestCheckOptions? Read(IConfiguration settings, string venue, Uri socket)
    {
        if (!settings.IsOn("Feeds:Rest:Enabled"))
            return null;
        return new RestCheckOptions
        {
            Url = Url(settings, venue, socket),
            PriceInterval = TimeSpan.FromSeconds(
                settings.Number("Feeds:Rest:PriceSeconds", 5, 1, 600)),
            ListInterval = TimeSpan.FromSeconds(
                settings.Number("Feeds:Rest:ListSeconds", 180, 10, 86_400)),
            MaxDifferenceBps = settings.Number("Feeds:Rest:MaxDifferenceBps", 50, 1, 1000),
            Patience = settings.Number("Feeds:Rest:Patience", 3, 1, 100),
        };
    }

    private static Uri Url(IConfiguration settings, string venue, Uri socket)
    {
        var isOkx = venue == OkxFeed.Name;
        var name = $"Feeds:{(isOkx ? "Okx" : "Binance")}:RestUrl";
        if (settings[name] is { Length: > 0 } text)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url)
                && url.Scheme is "http" or "https"
                    ? url
                    : throw new SettingsException(name, "must be an http:// or https:// address");
        }
        if (_publicHosts.Contains(socket.Host))
            return new Uri(isOkx ? OkxUrl : BinanceUrl);
        var scheme = socket.Scheme == "wss" ? "https" : "http";
        return new Uri($"{scheme}://{socket.Authority}");
    }
}
