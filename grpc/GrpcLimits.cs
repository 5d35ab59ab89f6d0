namespace MarketMaker.Grpc;

/// <summary>The limits of what the gRPC front takes and gives; the contract names them.</summary>
public static class GrpcLimits
{
    /// <summary>The largest request, in bytes: 64 KiB.</summary>
    public const int MaxRequestBytes = 64 * 1024;

    /// <summary>How many connections there may be.</summary>
    public const int MaxConnections = 1000;

    /// <summary>How many calls a connection may carry at once.</summary>
    public const int MaxCallsPerConnection = 100;

    /// <summary>How many streams of commands there may be.</summary>
    public const int MaxCommandStreams = 100;

    /// <summary>How many commands of a stream may be without an answer.</summary>
    public const int MaxUnanswered = 256;

    /// <summary>How many streams of own orders there may be: each look at them costs the engine a
    /// walk through the book.</summary>
    public const int MaxOwnOrderStreams = 50;

    /// <summary>The least time between two looks at own orders.</summary>
    public static readonly TimeSpan OwnOrdersInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>The last moment that a message may name, in microseconds: the end of the year
    /// 9999.</summary>
    public const long MaxMicroseconds = 253_402_300_799_999_999;

    /// <summary>How long a connection is silent before it is asked whether it lives.</summary>
    public static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to answer that.</summary>
    public static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);
}
