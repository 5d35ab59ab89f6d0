namespace MarketMaker.Api.Tests;

/// <summary>The tests that share one running process.</summary>
[CollectionDefinition(Name)]
public sealed class RunningProcess : ICollectionFixture<ApiFixture>
{
    public const string Name = "the API of a running process";
}
