namespace MarketMaker.Grains.LifeCycle;

/// <summary>How quoting rules may be put in force.</summary>
public sealed class StrategyOptions
{
    /// <summary>Whether a version quotes only after somebody else than its uploader has approved
    /// it.</summary>
    public bool NeedsApproval { get; set; }
}
