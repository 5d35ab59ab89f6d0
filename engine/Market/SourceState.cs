namespace MarketMaker.Engine.Market;

/// <summary>How far a source of a pair's price is trusted.</summary>
/// <remarks>
/// Connecting → Warm → Live → Suspect → Live; from anywhere → Off → Warm. There are no other ways:
/// whatever was once suspected becomes live again only after a continuous healthy spell.
/// </remarks>
public enum SourceState : byte
{
    /// <summary>No price has come yet. <c>default</c>.</summary>
    Connecting = 0,

    /// <summary>Prices come, but not yet for long enough to be used.</summary>
    Warm,

    /// <summary>Its price is used.</summary>
    Live,

    /// <summary>Something is wrong, or was until a moment ago: its price is not used.</summary>
    Suspect,

    /// <summary>It cannot be had, or has been silent for long.</summary>
    Off,
}
