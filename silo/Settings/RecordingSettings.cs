using System.Globalization;
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
        if (!IsEnabled(settings))
            return null;
        return new RecordingOptions
        {
            Path = settings["Recording:Path"] is { Length: > 0 } path
                ? path
                : Path.Combine(settings["Storage:Path"] ?? "", Folder),
            MaxAge = TimeSpan.FromMinutes(
                Number(settings, "Recording:MaxAgeMinutes", 60, 1, 43_200)),
            MaxBytes = Number(settings, "Recording:MaxSizeMiB", 64, 1, 1024 * 1024) * Mebibyte,
        };
    }

    private static bool IsEnabled(IConfiguration settings)
    {
        const string Name = "Recording:Enabled";
        if (settings[Name] is not { Length: > 0 } text)
            return true;
        return bool.TryParse(text, out var isEnabled)
            ? isEnabled
            : throw new SettingsException(Name, "must be true or false");
    }

    private static long Number(
        IConfiguration settings, string name, long preset, long least, long most)
    {
        if (settings[name] is not { Length: > 0 } text)
            return preset;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw new SettingsException(name, $"must be a number from {least} to {most}");
    }
}
