using System.Net;
using System.Net.Sockets;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.MarketData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Grpc.Tests;

[Collection(RunningProcess.Name)]
public sealed class GrpcFrontTests(GrpcFixture grpc)
{
    [Fact]
    public async Task Where_another_process_listens_an_optional_front_stays_away()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var front = Front((IPEndPoint)other.LocalEndpoint, isOptional: true);

        await front.StartAsync(CancellationToken.None);
        await front.StopAsync(CancellationToken.None);

        Assert.Empty(front.Urls);
    }

    [Fact]
    public async Task Where_another_process_listens_a_front_that_was_asked_for_does_not_start()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var front = Front((IPEndPoint)other.LocalEndpoint, isOptional: false);

        await Assert.ThrowsAsync<IOException>(() => front.StartAsync(CancellationToken.None));
    }

    private GrpcFront Front(IPEndPoint address, bool isOptional) =>
        new(
            new GrpcOptions
            {
                Url = new Uri($"http://{address}"),
                IsOptional = isOptional,
                Kestrel = new ConfigurationBuilder().Build().GetSection("none"),
            },
            grpc.Services.GetRequiredService<IGrainFactory>(),
            grpc.Services.GetRequiredService<PairCatalogue>(),
            grpc.Services.GetRequiredService<IMarketFeed>(),
            TimeProvider.System,
            NullLoggerFactory.Instance);
}
