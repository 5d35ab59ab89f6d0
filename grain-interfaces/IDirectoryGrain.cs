namespace MarketMaker.GrainInterfaces;

/// <summary>A durable set of names, keyed by what they are names of: which makers and which
/// uploaded rules exist, and which accounts have transfers in flight.</summary>
[Alias("MarketMaker.IDirectoryGrain")]
public interface IDirectoryGrain : IGrainWithStringKey
{
    /// <summary>The key of the directory of pairs that have a maker.</summary>
    const string Pairs = "pairs";

    /// <summary>The key of the directory of uploaded quoting rules.</summary>
    const string Strategies = "strategies";

    /// <summary>All names, sorted.</summary>
    [Alias("List")]
    ValueTask<IReadOnlyList<string>> List();

    /// <summary>Adds a name; durable when the call returns. A repeat changes nothing.</summary>
    [Alias("Add")]
    Task Add(string name);

    /// <summary>Takes a name away; durable when the call returns. A repeat changes nothing.
    /// </summary>
    [Alias("Remove")]
    Task Remove(string name);
}
