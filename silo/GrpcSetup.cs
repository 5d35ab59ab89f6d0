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

    private static string Read(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && IsAddress(url)
            ? url
            : throw new SettingsException(Setting, "must be an http:// address, or empty for none");

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
