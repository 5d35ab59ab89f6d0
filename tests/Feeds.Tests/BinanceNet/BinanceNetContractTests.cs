#if USE_BINANCE_NET
using MarketMaker.BinanceNet;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Tests.Contract;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Tests.BinanceNet;

/// <summary>The adapter on the library keeps the contract of the native ones.</summary>
public sealed class BinanceNetContractTests : VenueFeedContract
{
    public override (Instrument Btc, Instrument Eth) Instruments =>
        (Tests.Instruments.Btc, Tests.Instruments.Eth);

    public override string UnknownIs => "NoFirstTick";

    /// <summary>The library calls a refusal a success.</summary>
    public override string RejectedIs => "NoFirstTick";

    public override IVenueFeed Make(Uri venue, IVenueQuoteSink sink, FeedTimes times) =>
        new BinanceNetFeed(
            new BinanceFeedOptions
            {
                Url = venue,
                Lines = times.Lines,
                NoDataTimeout = times.NoData,
                FirstTickDeadline = times.FirstTick,
                SymbolSilence = times.Silence,
                MaxConnectionAge = times.MaxAge,
                Stagger = TimeSpan.Zero,
            },
            sink, TimeProvider.System, NullLogger<BinanceNetFeed>.Instance);
}
#else
using Xunit.Abstractions;

namespace MarketMaker.Feeds.Tests.BinanceNet;

/// <summary>The adapter on the library, where it is not built.</summary>
public sealed class BinanceNetContractTests(ITestOutputHelper output)
{
    [Fact]
    public void The_adapter_is_not_built_and_nothing_of_it_or_its_library_is_here()
    {
        output.WriteLine("adapter not built: dotnet test tests/Feeds.Tests -p:UseBinanceNet=true");
        var here = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileName);

        Assert.DoesNotContain("MarketMaker.BinanceNet.dll", here);
        Assert.DoesNotContain("Binance.Net.dll", here);
    }
}
#endif
