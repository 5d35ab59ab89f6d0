namespace MarketMaker.Grpc.Tests;

/// <summary>The tests that share one running process.</summary>
[CollectionDefinition(Name)]
public sealed class RunningProcess : ICollectionFixture<GrpcFixture>
{
    public const string Name = "the gRPC front of a running process";
}
