using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Silo.Settings;

/// <summary>Makes the catalogue of pairs from the settings, and refuses to start with one that is
/// wrong.</summary>
internal static class CatalogueSetup
{
    private const string Section = "Pairs";

    public static void AddCatalogue(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(ReadCatalogue(builder.Configuration));

    /// <exception cref="SettingsException">A setting is missing or outside its range.</exception>
    public static PairCatalogue ReadCatalogue(IConfiguration settings) =>
        new(Read(settings).Select(pair => ToListing(settings, pair.Key, pair.Value)));

    public static IReadOnlyDictionary<string, PairSettings> Read(IConfiguration settings)
    {
        try
        {
            return settings.GetSection(Section).Get<Dictionary<string, PairSettings>>()
                ?? throw new SettingsException(Section, "must list at least one pair");
        }
        catch (InvalidOperationException error)
        {
            throw new SettingsException(
                $"A setting under {Section} cannot be read: {error.Message}", error);
        }
    }

    private static PairListing ToListing(
        IConfiguration all, string name, PairSettings settings)
    {
        var spec = ToSpec(name, settings);
        var errors = settings.Maker.Validate(spec);
        if (errors.Length > 0)
            throw new SettingsException($"{Section}:{name}:Maker", errors[0].Message);
        var section = $"{Section}:{name}";
        var sources = new SourcesSetup(section, spec, FeedVenues.Connected(all));
        var reference = sources.Plan(settings, ReferenceLimitsSetup.ToLimits(all, section));
        return new PairListing
        {
            Spec = spec,
            VenueSymbol = sources.Feeds[0].Symbol,
            Feeds = sources.Feeds,
            Reference = reference,
            Fees = LimitsSetup.ToFees(section, settings),
            Limits = LimitsSetup.ToLimits(section, settings.Limits, spec),
            QuoteLease = LimitsSetup.ToLease(section, settings.Limits),
            Defaults = settings.Maker,
            BaseCapital = spec.QuantityRoundedDown(settings.BaseCapital),
            QuoteCapital = spec.NotionalRoundedDown(settings.QuoteCapital),
            StartsWithSilo = settings.StartsWithSilo,
        };
    }

    private static PairSpec ToSpec(string name, PairSettings settings)
    {
        try
        {
            return new PairSpec(
                PairId.Parse(name),
                settings.TickSize,
                settings.LotSize,
                new Price((long)(settings.MaxPrice / settings.TickSize)),
                new Quantity((long)(settings.MaxQuantity / settings.LotSize)));
        }
        catch (Exception error)
            when (error is FormatException or ArgumentException or ArithmeticException)
        {
            throw new SettingsException(
                $"The setting {Section}:{name} is wrong: {error.Message}", error);
        }
    }
}
