namespace MarketMaker.Grains.Placement;

/// <summary>The placement strategy that <see cref="AnchoredPlacementDirector"/> carries out.
/// </summary>
[Serializable, GenerateSerializer, Immutable, Alias("anchored-placement")]
public sealed class AnchoredPlacement : PlacementStrategy;
