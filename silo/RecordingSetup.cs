using MarketMaker.Feeds.Recording;
using MarketMaker.Silo.Settings;

namespace MarketMaker.Silo;

/// <summary>Adds the recorder that keeps a rolling window of each pair's market data.</summary>
internal static class RecordingSetup
{
    /// <summary>Hosted before the feed, so that it ends after it.</summary>
    public static void AddRecording(this WebApplicationBuilder builder)
    {
        if (RecordingSettings.Read(builder.Configuration) is not { } options)
        {
            builder.Services.AddSingleton<IPairTapes, NoPairTapes>();
            return;
        }
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<PairRecorder>();
        builder.Services.AddSingleton<IPairTapes>(
            services => services.GetRequiredService<PairRecorder>());
        builder.Services.AddHostedService(
            services => services.GetRequiredService<PairRecorder>());
    }
}
