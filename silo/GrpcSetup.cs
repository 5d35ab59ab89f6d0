using MarketMaker.Grpc;
using MarketMaker.Silo.Settings;

namespace MarketMaker.Silo;

/// <summary>Adds the gRPC front, on a web server of its own.</summary>
internal static class GrpcSetup
{
    private const string Setting = "Grpc:Url";
    private const string DefaultUrl = "http://localhost:8081";

    public static void AddGrpcFront(this WebApplicationBuilder builder)
    {
        var url = builder.Configuration[Setting];
        if (url is { Length: 0 })
            return;
        builder.Services.AddSingleton(new GrpcOptions
        {
            Url = Read(url ?? DefaultUrl),
            // Several processes on a machine need not all say where their gRPC is not.
            IsOptional = url is null,
            Kestrel = builder.Configuration.GetSection("Grpc:Kestrel"),
        });
        builder.Services.AddSingleton<GrpcFront>();
        builder.Services.AddHostedService(
            services => services.GetRequiredService<GrpcFront>());
    }

    private static Uri Read(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "http"
            ? address
            : throw new SettingsException(Setting, "must be an http:// address, or empty for none");
}
