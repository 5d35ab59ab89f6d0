namespace MarketMaker.GrainInterfaces;

/// <summary>The contents of rules that failed on a live pair, by their hash, whatever the name that
/// they were uploaded under; the only one is <see cref="Key"/>.</summary>
[Alias("MarketMaker.IBadVersionsGrain")]
public interface IBadVersionsGrain : IGrainWithStringKey
{
    /// <summary>The key of the only one.</summary>
    const string Key = "bad-versions";

    /// <summary>How many are remembered; the oldest is forgotten first.</summary>
    const int MaxVersions = 10_000;

    /// <summary>Why a content may be used nowhere; null if it may.</summary>
    [Alias("Find")]
    ValueTask<string?> Find(string version);

    /// <summary>Remembers a content; durable when the call returns. The first reason stays.
    /// </summary>
    [Alias("Add")]
    Task Add(string version, string reason);
}
