using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Tests.Contract;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class BinanceContractTests : VenueFeedContract
{
    public override (Instrument Btc, Instrument Eth) Instruments =>
        (Tests.Instruments.Btc, Tests.Instruments.Eth);

    public override string UnknownIs => "NoFirstTick";

    public override string TimedIs => "BTC-USDT heartbeat";

    public override IVenueFeed Make(Uri venue, IVenueQuoteSink sink, FeedTimes times) =>
        new BinanceFeed(
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
            sink, TimeProvider.System, new LogProbe());
}
