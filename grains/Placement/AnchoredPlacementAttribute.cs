using Orleans.Placement;

namespace MarketMaker.Grains.Placement;

/// <summary>Places a grain where <see cref="AnchoredPlacementDirector"/> says: on the silo that
/// its caller names, else on the silo that its key names.</summary>
/// <remarks>Put it on all grain types that belong together under one key, with <c>[Immovable]</c>
/// so that no balancer separates them and <c>[KeepAlive]</c> so that none is collected alone. What
/// remains is healed as <see cref="Anchor"/> describes.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnchoredPlacementAttribute() : PlacementAttribute(new AnchoredPlacement());
