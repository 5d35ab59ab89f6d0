using Orleans.Runtime.Placement;

namespace MarketMaker.Grains.Placement;

/// <summary>Keeps a grain beside the grain that needs it: names the silo for an activation or a
/// move.</summary>
/// <remarks>
/// The director alone is not enough: after a silo joins, keys that are re-activated choose anew
/// while those awake stay. So the one that needs the other (the maker) anchors it:
/// <code>
/// // in the maker, once in OnActivateAsync (which a migration runs, too)
/// SiloAddress here = GrainContext.Address.SiloAddress!;
/// SiloAddress there = await Anchor.At(here, () =&gt; _engine.GetSilo());   // wakes it here
/// if (there != here)
/// {
///     await _engine.MoveTo(here);                                        // or heals
/// }
///
/// // in the engine
/// public ValueTask&lt;SiloAddress&gt; GetSilo() =&gt; new(GrainContext.Address.SiloAddress!);
/// public ValueTask MoveTo(SiloAddress silo) { Anchor.Move(this, silo); return default; }
/// </code>
/// The move happens when the engine is idle, in less than 100 ms; calls wait for it. What the
/// engine must carry along it stores, or hands over in <c>IGrainMigrationParticipant</c>.
/// </remarks>
public static class Anchor
{
    /// <summary>Makes a call; if it wakes its grain, then on the named silo. A grain that is awake
    /// stays where it is.</summary>
    /// <remarks>The hint travels with the call, so that grains which the callee wakes in turn are
    /// drawn to the silo as well: use it for a question that calls nobody.</remarks>
    /// <param name="silo">Where to wake it; ignored when that silo cannot run the grain.</param>
    /// <param name="call">Makes exactly one grain call and returns its task.</param>
    public static TTask At<TTask>(SiloAddress silo, Func<TTask> call)
    {
        object? former = RequestContext.Get(IPlacementDirector.PlacementHintKey);
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        try
        {
            // The context is copied into the message before the call returns its task.
            return call();
        }
        finally
        {
            Restore(former);
        }
    }

    /// <summary>Asks the runtime to move this grain once it is idle. Returns at once.</summary>
    /// <param name="grain">The grain itself; call it from inside the grain.</param>
    /// <param name="silo">Where to; the director chooses if that silo cannot run the grain.</param>
    public static void Move(IGrainBase grain, SiloAddress silo)
    {
        object? former = RequestContext.Get(IPlacementDirector.PlacementHintKey);
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        try
        {
            // The hint is read from the context during this very call.
            grain.MigrateOnIdle();
        }
        finally
        {
            Restore(former);
        }
    }

    // Left set, the hint would follow every later call of the turn and draw strangers along.
    private static void Restore(object? former)
    {
        if (former is null)
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
        else
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, former);
        }
    }
}
