using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What customers told a market.</summary>
/// <param name="IsOpen">Whether the tap still runs; if not, the market must be followed anew.
/// </param>
/// <param name="Commands">The commands, oldest first; a gap in their numbers is a loss.</param>
/// <param name="UpTo">Up to when there are no others.</param>
[GenerateSerializer, Immutable, Alias("TapPage")]
public sealed record TapPage(
    [property: Id(0)] bool IsOpen,
    [property: Id(1)] CustomerCommand[] Commands,
    [property: Id(2)] Instant UpTo)
{
    /// <summary>The most commands on a page; a full one is followed by another.</summary>
    public const int MaxCommands = 4096;
}
