using System.Collections.Immutable;

namespace MarketMaker.Grains.State;

/// <summary>The contents that failed. Replaced as a whole, never changed in place.</summary>
[GenerateSerializer, Immutable, Alias("BadVersionsState")]
public sealed record BadVersionsState
{
    /// <summary>Why, by the content's hash.</summary>
    [Id(0)]
    public ImmutableDictionary<string, string> Reasons { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>The hashes, oldest first.</summary>
    [Id(1)]
    public ImmutableList<string> Order { get; init; } = [];

    internal BadVersionsState With(string version, string reason, int most)
    {
        if (Reasons.ContainsKey(version))
            return this;
        var (reasons, order) = (Reasons.Add(version, reason), Order.Add(version));
        return order.Count > most
            ? new() { Reasons = reasons.Remove(order[0]), Order = order.RemoveAt(0) }
            : new() { Reasons = reasons, Order = order };
    }
}
