using System.Security.Cryptography;
using MarketMaker.Silo.Storage;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Silo.Settings;

/// <summary>The key that images of rules are signed with: a setting, or a file beside the database
/// that the first start makes.</summary>
/// <remarks>A cluster on a database server has no directory in common: there the setting makes all
/// silos trust each other's images. Without it each silo compiles for itself.</remarks>
internal static class ImageKeySettings
{
    private const string Setting = "Strategies:ImageKey";
    private const string FileName = "image.key";

    /// <exception cref="SettingsException">The setting or the file is no key.</exception>
    public static ImageKey Read(IConfiguration settings, StorageOptions storage)
    {
        if (settings[Setting] is { Length: > 0 } text)
            return new ImageKey(FromText(text));
        // With a server nothing is kept on this machine: the key is this process's own, and what
        // it cannot verify is compiled anew from its source.
        if (storage.Provider != StorageProvider.Sqlite)
            return ImageKey.NewRandom();
        var directory = Directory.CreateDirectory(storage.Directory);
        var path = Path.Combine(directory.FullName, FileName);
        if (!File.Exists(path))
            Write(path);
        var key = File.ReadAllBytes(path);
        return key.Length >= ImageKey.Length
            ? new ImageKey(key)
            : throw new SettingsException($"The file {path} is no key; delete it for a new one.");
    }

    private static byte[] FromText(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= ImageKey.Length
            ? key[..length]
            : throw new SettingsException(
                Setting, $"must be at least {ImageKey.Length} bytes in base64");
    }

    private static void Write(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(ImageKey.Length));
    }
}
