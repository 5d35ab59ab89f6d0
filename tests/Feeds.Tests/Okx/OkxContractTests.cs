using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Tests.Contract;

namespace MarketMaker.Feeds.Tests.Okx;

public sealed class OkxContractTests : VenueFeedContract
{
    public override (Instrument Btc, Instrument Eth) Instruments =>
        (Tests.Instruments.BtcAtOkx, Tests.Instruments.EthAtOkx);

    public override string UnknownIs => "Rejected";

    public override IVenueFeed Make(Uri venue, IVenueQuoteSink sink, FeedTimes times) =>
        new OkxFeed(
            new OkxFeedOptions
            {
                Url = venue,
                Lines = times.Lines,
                NoDataTimeout = times.NoData,
                FirstTickDeadline = times.FirstTick,
                SymbolSilence = times.Silence,
                MaxConnectionAge = times.MaxAge,
                Stagger = TimeSpan.Zero,
                Attempts = 50,
            },
            sink, TimeProvider.System, new LogProbe());
}
