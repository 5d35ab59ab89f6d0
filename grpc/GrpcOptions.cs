using Microsoft.Extensions.Configuration;

namespace MarketMaker.Grpc;

/// <summary>Where the gRPC front listens.</summary>
public sealed class GrpcOptions
{
    /// <summary>An address for cleartext HTTP/2, as Kestrel reads it; port 0 takes a free one.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Whether the front may stay away when another process has the address.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The web server's own configuration. Endpoints in there, such as ones with
    /// certificates, take the place of <see cref="Url"/>.</summary>
    public required IConfigurationSection Kestrel { get; init; }
}
