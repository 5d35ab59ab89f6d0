using System.Reflection.Metadata;

namespace MarketMaker.Strategies.Verification;

/// <summary>Recursion among the methods of an image.</summary>
internal static class CallCycle
{
    /// <summary>Whether any method can reach itself. Takes off, again and again, the methods that
    /// call no other: what remains calls in circles.</summary>
    public static bool Exists(IReadOnlyDictionary<EntityHandle, List<EntityHandle>> calls)
    {
        var open = calls.ToDictionary(each => each.Key, each => each.Value.ToHashSet());
        var callers = open
            .SelectMany(each => each.Value.Select(called => (Called: called, Caller: each.Key)))
            .ToLookup(each => each.Called, each => each.Caller);
        var leaves = new Stack<EntityHandle>(
            open.Where(each => each.Value.Count == 0).Select(each => each.Key));
        var removed = 0;
        while (leaves.TryPop(out var leaf))
        {
            removed++;
            foreach (var caller in callers[leaf])
            {
                if (open[caller].Remove(leaf) && open[caller].Count == 0)
                    leaves.Push(caller);
            }
        }
        return removed < open.Count;
    }
}
