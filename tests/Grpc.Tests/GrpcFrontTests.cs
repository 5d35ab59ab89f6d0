using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using MarketMaker.Grpc.Contract;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.MarketData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Grpc.Tests;

[Collection(RunningProcess.Name)]
public sealed class GrpcFrontTests(GrpcFixture grpc) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("market-maker-tls-");

    public void Dispose() => _folder.Delete(recursive: true);

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

    [Theory]
    [InlineData("NoCertificate", true)]
    [InlineData("RequireCertificate", false)]
    public async Task Endpoints_of_the_configuration_come_instead_with_their_certificates(
        string clients, bool isServed)
    {
        using var certificate = SelfSigned();
        await using var front = Front(
            new IPEndPoint(IPAddress.Loopback, 0), isOptional: false, Tls(certificate, clients));
        await front.StartAsync(CancellationToken.None);
        using var channel = Channel(front, certificate);

        var answer = await Record.ExceptionAsync(async () => await GetPair(channel));

        Assert.StartsWith("https://", front.Urls.Single(), StringComparison.Ordinal);
        Assert.Equal(isServed, answer is null);
        await front.StopAsync(CancellationToken.None);
    }

    private static AsyncUnaryCall<Pair> GetPair(GrpcChannel channel) =>
        new Contract.MarketData.MarketDataClient(channel).GetPairAsync(
            new GetPairRequest { Pair = GrpcFixture.Pair });

    private static GrpcChannel Channel(GrpcFront front, X509Certificate2 server)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, shown, _, _) => server.Equals(shown);
        return GrpcChannel.ForAddress(
            front.Urls.Single(),
            new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private Dictionary<string, string?> Tls(X509Certificate2 certificate, string clients)
    {
        var (shown, key) = (Path.Combine(_folder.FullName, "server.pem"),
            Path.Combine(_folder.FullName, "server.key"));
        File.WriteAllText(shown, certificate.ExportCertificatePem());
        File.WriteAllText(key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        const string endpoint = "Grpc:Kestrel:Endpoints:Gateway:";
        return new Dictionary<string, string?>
        {
            [endpoint + "Url"] = "https://127.0.0.1:0",
            [endpoint + "Certificate:Path"] = shown,
            [endpoint + "Certificate:KeyPath"] = key,
            [endpoint + "ClientCertificateMode"] = clients,
        };
    }

    private GrpcFront Front(
        IPEndPoint address, bool isOptional, Dictionary<string, string?>? settings = null) =>
        new(
            new GrpcOptions
            {
                Url = $"http://{address}",
                IsOptional = isOptional,
                Kestrel = new ConfigurationBuilder().AddInMemoryCollection(settings).Build()
                    .GetSection("Grpc:Kestrel"),
            },
            grpc.Services.GetRequiredService<IGrainFactory>(),
            grpc.Services.GetRequiredService<PairCatalogue>(),
            grpc.Services.GetRequiredService<IMarketFeed>(),
            TimeProvider.System,
            NullLoggerFactory.Instance);
}
