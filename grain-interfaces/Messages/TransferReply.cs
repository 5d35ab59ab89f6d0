using MarketMaker.Engine.Accounts;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What became of a transfer.</summary>
/// <param name="Transfer">The transfer as it is remembered; null if the request left no trace.
/// </param>
/// <param name="Refusal">Why it was refused, or <see cref="TransferRefusal.None"/>.</param>
[GenerateSerializer, Immutable, Alias("TransferReply")]
public sealed record TransferReply(
    [property: Id(0)] Transfer? Transfer, [property: Id(1)] TransferRefusal Refusal);
