using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>What became of an upload.</summary>
/// <param name="Accepted">Whether the version can be put in force.</param>
/// <param name="Version">Its content hash.</param>
/// <param name="Status">Where it stands; after a dry run, where it would.</param>
/// <param name="Diagnostics">What the compiler said.</param>
public sealed record UploadDocument(
    bool Accepted,
    string Version,
    VersionStatus Status,
    IReadOnlyList<StrategyDiagnostic> Diagnostics)
{
    internal static UploadDocument From(StrategyReply reply) =>
        new(reply.Accepted, reply.Version, reply.Status, reply.Diagnostics);
}
