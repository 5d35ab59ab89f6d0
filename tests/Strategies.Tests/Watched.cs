using System.Runtime.CompilerServices;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests;

/// <summary>What should go when it is no longer used, watched without being held.</summary>
internal static class Watched
{
    // Not inlined: a local that the caller's frame keeps would hold the context.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WeakReference RunAndUnload(int number)
    {
        var assembly = Compiled.Assembly(
            $"double last = {number}; void OnTick(in Tick t, Quotes q) => q.Bid(last, t.Size);");
        var answer = assembly.CreateRule().Answer(new Tick { Mid = 100, Size = 1 });
        Assert.Equal(new Level(number, 1), answer.Bids.Levels[0]);
        assembly.Unload();
        return Of(assembly);
    }

    public static WeakReference Of(RuleAssembly assembly) => new(assembly.Context);

    /// <summary>Fails unless the collector takes everything. A context needs several
    /// collections: its loader is released only after its types are finalised.</summary>
    public static void AssertCollected(params WeakReference[] watched)
    {
        for (var i = 0; i < 20 && watched.Any(each => each.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(0, watched.Count(each => each.IsAlive));
    }
}
