using System.Runtime.CompilerServices;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces.MarketData;

/// <summary>The next message to one who keeps a copy of a depth: a snapshot, or what has changed
/// since the message before.</summary>
/// <param name="At">When the engine was looked at.</param>
/// <param name="Snapshot">The whole depth: the first message is one.</param>
/// <param name="Diff">What has changed; null in a snapshot.</param>
public sealed record DepthUpdate(Instant At, Depth? Snapshot, DepthDiff? Diff)
{
    /// <summary>The messages to a follower that sees these views. What a slow follower missed is
    /// in its next diff, so that the chain of sequences never breaks.</summary>
    public static async IAsyncEnumerable<DepthUpdate> Follow(
        IMarketFollower follower,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        MarketView? last = null;
        await foreach (var view in follower.Views(cancellationToken))
        {
            // An engine that another is taking over from may be heard once more.
            if (view.Depth.Sequence < last?.Depth.Sequence)
                continue;
            if (last is null)
                yield return new DepthUpdate(view.At, view.Depth, null);
            else if (view == last || view.Depth.Sequence > last.Depth.Sequence)
            {
                yield return new DepthUpdate(
                    view.At, null, DepthDiff.Between(last.Depth, view.Depth));
            }
            last = view;
        }
    }
}
