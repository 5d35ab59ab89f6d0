namespace MarketMaker.Grains.Tests.Storage;

/// <summary>A state that can be changed in place, as careless ones can.</summary>
[GenerateSerializer, Alias("test-note")]
public sealed class Note
{
    [Id(0)]
    public List<string> Lines { get; set; } = [];
}
