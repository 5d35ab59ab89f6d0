namespace MarketMaker.Grains.Tests.Storage;

/// <summary>A directory of its own for a test, deleted afterwards.</summary>
internal sealed class TemporaryDirectory
{
    public string Path { get; } = Directory.CreateTempSubdirectory("market-maker-").FullName;

    public void Delete() => Directory.Delete(Path, recursive: true);
}
