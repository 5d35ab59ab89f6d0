namespace MarketMaker.Silo.Tests;

/// <summary>The choice of Binance's adapter.</summary>
public sealed class AdapterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_adapter_that_is_not_built_stops_the_start_and_says_how_to_build_it()
    {
        var result = await Command.Refuse(
            _folder.Path, "--Feeds:Binance:Adapter", "binance-net");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            "Not started: The setting Feeds:Binance:Adapter asks for binance-net, and this build "
            + "has no such adapter. Build it with the package, for example with: dotnet run "
            + "-c Release -p:UseBinanceNet=true --project silo; or set it to native. See "
            + "feeds-binance-net/README.md.\n",
            result.Error);
    }
}
