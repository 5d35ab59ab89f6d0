using MarketMaker.Grains.Journal;
using MarketMaker.Silo.Storage;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads the section <c>Storage</c>.</summary>
internal static class StorageSettings
{
    private const int MaxSnapshotRecords = 10_000_000;

    /// <exception cref="SettingsException">A setting is missing or outside its range.</exception>
    public static StorageOptions Read(IConfiguration settings)
    {
        var options = new StorageOptions
        {
            Provider = Choice<StorageProvider>(settings, "Storage:Provider"),
            Directory = settings["Storage:Path"] ?? "",
            ConnectionString = settings["Storage:ConnectionString"] ?? "",
            DiskSync = Choice<DiskSync>(settings, "Storage:DiskSync"),
            Journal = new JournalOptions { SnapshotRecords = SnapshotRecords(settings) },
        };
        var isEmbedded = options.Provider == StorageProvider.Sqlite;
        if (isEmbedded && string.IsNullOrWhiteSpace(options.Directory))
            throw new SettingsException("Storage:Path", "must name a directory");
        if (!isEmbedded && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new SettingsException(
                "Storage:ConnectionString", "must say how to reach the PostgreSQL database");
        }
        return options;
    }

    private static T Choice<T>(IConfiguration settings, string name) where T : struct, Enum =>
        settings[name] is not { Length: > 0 } text ? default
        : Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
        : throw new SettingsException(
            name, $"must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    private static int SnapshotRecords(IConfiguration settings)
    {
        const string Name = "Storage:SnapshotRecords";
        if (settings[Name] is not { Length: > 0 } text)
            return new JournalOptions().SnapshotRecords;
        return int.TryParse(text, out var records) && records is >= 1 and <= MaxSnapshotRecords
            ? records
            : throw new SettingsException(
                Name, $"must be a number of records from 1 to {MaxSnapshotRecords}");
    }
}
