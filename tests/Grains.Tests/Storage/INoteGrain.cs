namespace MarketMaker.Grains.Tests.Storage;

/// <summary>A grain with two states.</summary>
[Alias("test-note-grain")]
public interface INoteGrain : IGrainWithStringKey
{
    [Alias("write")]
    Task Write(string left, string right);

    [Alias("read")]
    Task<(string Left, string Right)> Read();
}
