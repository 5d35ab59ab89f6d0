using MarketMaker.Silo;
using Microsoft.AspNetCore.Builder;

namespace MarketMaker.Bench.OrderEntry;

/// <summary>Starts the real program, quietly: no pair is made unless somebody asks.</summary>
internal static class BenchSilo
{
    /// <summary>The pair that is measured. Its maker sleeps.</summary>
    public const string Pair = "POL-USDT";

    public static Task<WebApplication> Start(
        string storage, CancellationToken cancellation, params string[] more) =>
        SiloApplication.StartAsync(
            [
                "--environment", "Production",
                "--urls", "http://127.0.0.1:0",
                "--Grpc:Url", "http://127.0.0.1:0",
                "--Orleans:SiloPort", "0",
                "--Orleans:GatewayPort", "0",
                "--Storage:Path", storage,
                "--Recording:Enabled", "false",
                "--Simulation:Venue", "true",
                "--Simulation:Customers", "false",
                "--Pairs:BTC-USDT:StartsWithSilo", "false",
                "--Pairs:ETH-USDT:StartsWithSilo", "false",
                "--Pairs:SOL-USDT:StartsWithSilo", "false",
                "--Logging:ToStandardError", "true",
                "--Logging:LogLevel:Default", "Warning",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning",
                .. more,
            ],
            cancellation: cancellation);
}
