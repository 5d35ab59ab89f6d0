using System.Globalization;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads single settings, each with the limits that its error names.</summary>
internal static class ConfigurationExtensions
{
    /// <summary>A setting that is on unless it says false.</summary>
    /// <exception cref="SettingsException">It is neither true nor false.</exception>
    public static bool IsOn(this IConfiguration settings, string name)
    {
        if (settings[name] is not { Length: > 0 } text)
            return true;
        return bool.TryParse(text, out var isOn)
            ? isOn
            : throw new SettingsException(name, "must be true or false");
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="SettingsException">It is none, or outside its range.</exception>
    public static int Number(
        this IConfiguration settings, string name, int preset, int least, int most)
    {
        if (settings[name] is not { Length: > 0 } text)
            return preset;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw new SettingsException(name, $"must be a number from {least} to {most}");
    }
}
