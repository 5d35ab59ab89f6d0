using MarketMaker.Feeds.Recording;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads the section <c>Recording</c>.</summary>
internal static class RecordingSettings
{
    private const string Folder = "tapes";
    private const long Mebibyte = 1024 * 1024;

    /// <returns>What is kept; null if nothing is.</returns>
    /// <exception cref="SettingsException">A setting is outside its range.</exception>
    public static RecordingOptions? Read(IConfiguration settings)
    {
        if (!settings.IsOn("Recording:Enabled"))
            return null;
        return new RecordingOptions
        {
            Path = settings["Recording:Path"] is { Length: > 0 } path
                ? path
                : Path.Combine(settings["Storage:Path"] ?? "", Folder),
            MaxAge = TimeSpan.FromMinutes(
                settings.Number("Recording:MaxAgeMinutes", 60, 1, 43_200)),
            MaxBytes = settings.Number("Recording:MaxSizeMiB", 64, 1, 1024 * 1024) * Mebibyte,
        };
    }
}
