using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads the sources of a pair's reference price, and refuses to start with one that is
/// wrong. Sources of venues that the silo does not connect to are left out.</summary>
internal sealed class SourcesSetup(string section, PairSpec spec, IReadOnlyList<string> venues)
{
    private readonly List<PairFeed> _feeds = [];
    private readonly List<SourcePlan> _sources = [];

    /// <summary>The quotes that are needed, by number.</summary>
    public IReadOnlyList<PairFeed> Feeds => _feeds;

    /// <summary>Takes in the sources of a pair; its <see cref="PairSettings.Symbol"/> at Binance if
    /// it lists none.</summary>
    /// <exception cref="SettingsException">One is wrong, or none is left.</exception>
    public ReferencePlan Plan(PairSettings settings, ReferenceLimits limits)
    {
        var listed = settings.Sources.Count > 0
            ? settings.Sources
            : [new SourceSettings { Venue = "binance", Symbol = settings.Symbol }];
        if (listed.Count > ReferencePlan.MaxSources)
        {
            throw new SettingsException(
                $"{section}:Sources", $"must list at most {ReferencePlan.MaxSources} sources");
        }
        for (var i = 0; i < listed.Count; i++)
            Add(settings.Sources.Count > 0 ? $"{section}:Sources:{i}" : section, listed[i]);
        if (_sources.Count == 0)
        {
            throw new SettingsException(
                $"{section}:Sources",
                $"names no source of a venue that is connected to: {string.Join(", ", venues)}");
        }
        return new ReferencePlan(_feeds.Count, _sources, limits);
    }

    private void Add(string place, SourceSettings source)
    {
        var isConnected = IsConnected($"{place}:Venue", source.Venue);
        for (var i = 0; i < source.Legs.Count; i++)
        {
            if (source.Legs[i].Venue.Length > 0)
                isConnected &= IsConnected($"{place}:Legs:{i}:Venue", source.Legs[i].Venue);
        }
        if (source.Weight is < 1 or > SourcePlan.MaxWeight)
        {
            throw new SettingsException(
                $"{place}:Weight", $"must be from 1 to {SourcePlan.MaxWeight}");
        }
        var quote = source.Quote.Length == 0 ? spec.Id.QuoteAsset : source.Quote.ToUpperInvariant();
        var isOwn = quote == spec.Id.QuoteAsset;
        if (isOwn != (source.Legs.Count == 0))
        {
            throw new SettingsException(
                $"{place}:Legs",
                isOwn
                    ? $"must be empty: the source is in {quote}, as the pair is"
                    : $"must lead from {quote} to {spec.Id.QuoteAsset}: without them there is no "
                        + "price");
        }
        if (!isConnected)
            return;
        _sources.Add(isOwn
            ? new SourcePlan(Feed(place, source.Venue, source.Symbol, spec), null, source.Weight)
            : Converted(place, source, quote));
    }

    private SourcePlan Converted(string place, SourceSettings source, string quote)
    {
        var from = SpecOf(
            $"{place}:Quote", $"{spec.Id.BaseAsset}-{quote}", source.TickSize, spec.LotSize);
        var feed = Feed(place, source.Venue, source.Symbol, from);
        var legs = new List<ConversionLeg>();
        for (var i = 0; i < source.Legs.Count; i++)
        {
            var leg = source.Legs[i];
            var at = $"{place}:Legs:{i}";
            var legSpec = SpecOf($"{at}:Pair", leg.Pair, leg.TickSize, 1);
            var venue = leg.Venue.Length == 0 ? source.Venue : leg.Venue;
            legs.Add(new ConversionLeg(Feed(at, venue, leg.Symbol, legSpec), legSpec));
        }
        try
        {
            return new SourcePlan(feed, new Conversion(from, legs, spec), source.Weight);
        }
        catch (ArgumentException error)
        {
            throw new SettingsException($"{place}:Legs", error.Message);
        }
    }

    /// <summary>The number of some quotes; the same if two sources need them.</summary>
    private int Feed(string place, string venue, string symbol, PairSpec counted)
    {
        var needed = new PairFeed(
            venue.ToLowerInvariant(),
            symbol,
            counted.Id == spec.Id
                ? counted
                : new PairSpec(
                    spec.Id, counted.TickSize, counted.LotSize, counted.MaxPrice,
                    counted.MaxQuantity));
        var number = _feeds.IndexOf(needed);
        if (number >= 0)
            return number;
        if (_feeds.Count == ReferencePlan.MaxFeeds)
        {
            throw new SettingsException(
                $"{section}:Sources",
                $"needs more than {ReferencePlan.MaxFeeds} symbols, its legs included");
        }
        try
        {
            _ = new Instrument(needed.Spec, symbol, _feeds.Count);
        }
        catch (ArgumentException error)
        {
            throw new SettingsException(
                $"The setting {place}:Symbol is wrong: {error.Message}", error);
        }
        _feeds.Add(needed);
        return _feeds.Count - 1;
    }

    private bool IsConnected(string setting, string venue)
    {
        var name = venue.ToLowerInvariant();
        return FeedVenues.Known.Contains(name)
            ? venues.Contains(name)
            : throw new SettingsException(
                setting, $"must be one of {string.Join(", ", FeedVenues.Known)}");
    }

    private static PairSpec SpecOf(string setting, string pair, decimal tick, decimal lot)
    {
        try
        {
            return new PairSpec(
                PairId.Parse(pair), tick, lot, new Price(PairSpec.MaxTickLots), new Quantity(1));
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new SettingsException($"The setting {setting} is wrong: {error.Message}", error);
        }
    }
}
