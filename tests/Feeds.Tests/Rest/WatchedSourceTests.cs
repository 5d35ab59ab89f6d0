using MarketMaker.Engine.Market;
using MarketMaker.Feeds.Rest;

namespace MarketMaker.Feeds.Tests.Rest;

public sealed class WatchedSourceTests
{
    private readonly HealthSink _sink = new();
    private readonly WatchedSource _source;

    public WatchedSourceTests() => _source = new(Instruments.Btc.Pair, 3, _sink);

    [Fact]
    public void The_first_reason_in_the_order_of_precedence_is_told_once()
    {
        Adapter(SourceReason.Ok);
        _source.SetRest(SourceReason.Disputed);
        Adapter(SourceReason.Lagging);
        Adapter(SourceReason.Ok);
        _source.SetRest(SourceReason.NotTrading);
        Adapter(SourceReason.Silent);
        Adapter(SourceReason.LineDown);
        Adapter(SourceReason.Ok);
        _source.SetRest(null);

        Assert.Equal(
            [
                SourceReason.Ok, SourceReason.Disputed, SourceReason.Lagging,
                SourceReason.Disputed, SourceReason.NotTrading, SourceReason.LineDown,
                SourceReason.NotTrading, SourceReason.Ok,
            ],
            _sink.TakeAll());
    }

    [Fact]
    public void A_source_that_is_being_connected_gives_way_to_what_is_known_of_it()
    {
        _source.SetRest(SourceReason.UnknownSymbol);
        Adapter(SourceReason.NoFirstTick);

        Assert.Equal([SourceReason.UnknownSymbol], _sink.TakeAll());
    }

    private void Adapter(SourceReason reason) => _source.SetAdapter(new SourceHealth(reason));
}
