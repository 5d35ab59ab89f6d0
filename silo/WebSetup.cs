using MarketMaker.Api;
using MarketMaker.Silo.Lifecycle;
using MarketMaker.Silo.Settings;
using MarketMaker.Silo.Simulation;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Silo;

/// <summary>Adds the HTTP side.</summary>
internal static class WebSetup
{
    public static void AddWeb(this WebApplicationBuilder builder, string defaultUrl)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(defaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ApiLimits.MaxRequestBodyBytes;
        });
        var notice = SimulationSettings.From(builder.Configuration).Notice(
            FeedVenues.AreSimulated(builder.Configuration));
        builder.Services.AddApi();
        builder.Services.AddSingleton<IReadiness, SiloReadiness>();
        builder.Services.Configure<ApiOptions>(options =>
        {
            options.BuiltInStrategies = [.. BuiltInScripts.Sources.Keys];
            options.SimulationNotice = notice;
        });
    }
}
