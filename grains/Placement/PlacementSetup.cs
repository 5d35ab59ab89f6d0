namespace MarketMaker.Grains.Placement;

/// <summary>Adds anchored placement to a silo.</summary>
public static class PlacementSetup
{
    /// <summary>Lets grains of this silo carry <see cref="AnchoredPlacementAttribute"/>. Every
    /// silo of a cluster must add it.</summary>
    public static ISiloBuilder AddAnchoredPlacement(this ISiloBuilder silo) =>
        silo.AddPlacementDirector<AnchoredPlacement, AnchoredPlacementDirector>();
}
