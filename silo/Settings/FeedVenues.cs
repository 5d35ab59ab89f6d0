using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using MarketMaker.Silo.Simulation;

namespace MarketMaker.Silo.Settings;

/// <summary>Which venues the silo connects to, and where: those that <c>Feeds:Venues</c> lists;
/// else those whose address is named; else those that are simulated; else all.</summary>
internal static class FeedVenues
{
    private const string Setting = "Feeds:Venues";

    // The simulated venue speaks all of them; one is enough to look around.
    private static readonly IReadOnlyList<string> _simulated = [BinanceFeed.Name];

    private static readonly Dictionary<string, (string Title, string Url)> _live = new()
    {
        [BinanceFeed.Name] = ("Binance", "wss://stream.binance.com:9443"),
        [OkxFeed.Name] = ("OKX", "wss://ws.okx.com:8443"),
    };

    /// <summary>All that there are adapters for.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. _live.Keys];

    /// <summary>The venue's name for people.</summary>
    public static string TitleOf(string venue) => _live[venue].Title;

    /// <summary>Whether prices are simulated: where that is wanted and no address is named.
    /// </summary>
    public static bool AreSimulated(IConfiguration settings) =>
        SimulationSettings.From(settings).Venue && Named(settings).Length == 0;

    /// <summary>Those that are connected to.</summary>
    /// <exception cref="SettingsException">A venue is not known.</exception>
    public static IReadOnlyList<string> Connected(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } listed)
        {
            var venues = listed.ToLowerInvariant().Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return venues.Length > 0 && venues.All(Known.Contains)
                ? venues.Distinct().ToArray()
                : throw new SettingsException(
                    Setting, $"must list some of {string.Join(", ", Known)}");
        }
        var named = Named(settings);
        return named.Length > 0 ? named
            : AreSimulated(settings) ? _simulated
            : Known;
    }

    /// <summary>A venue's address.</summary>
    /// <exception cref="SettingsException">It is not one of a WebSocket.</exception>
    public static Uri UrlOf(IConfiguration settings, string venue)
    {
        var named = settings[UrlSetting(venue)];
        var text = string.IsNullOrEmpty(named) ? _live[venue].Url : named;
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "ws" or "wss"
            ? url
            : throw new SettingsException(
                UrlSetting(venue), "must be a ws:// or wss:// address");
    }

    private static string[] Named(IConfiguration settings) =>
        [.. Known.Where(venue => settings[UrlSetting(venue)] is { Length: > 0 })];

    private static string UrlSetting(string venue) => $"Feeds:{_live[venue].Title}:Url";
}
