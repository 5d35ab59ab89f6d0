using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.MarketData;

/// <summary>This silo's market data: looks at a pair on behalf of all who follow it here.</summary>
public interface IMarketFeed
{
    /// <summary>How many may follow at once, all pairs of a silo together.</summary>
    const int MaxFollowers = 500;

    /// <summary>The time between two looks at a pair: changes in between are shown as one.
    /// </summary>
    static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a market may be still before its followers are told that it is.
    /// </summary>
    static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);

    /// <summary>Begins to follow a pair.</summary>
    /// <param name="pair">A listed pair.</param>
    /// <param name="follower">The caller disposes of it; null when there are
    /// <see cref="MaxFollowers"/> already or the silo is stopping.</param>
    bool TryFollow(PairId pair, [NotNullWhen(true)] out IMarketFollower? follower);
}
