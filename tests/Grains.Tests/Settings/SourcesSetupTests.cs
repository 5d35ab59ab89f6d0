using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Silo.Settings;
using Microsoft.Extensions.Configuration;

namespace MarketMaker.Grains.Tests.Settings;

public sealed class SourcesSetupTests
{
    private static readonly PairSpec _spec = new(
        PairId.Parse("BTC-USDT"), 0.01m, 0.00001m, new Price(1_000_000_000), new Quantity(1_000));

    [Fact]
    public void A_pair_without_sources_has_its_symbol_at_binance()
    {
        var (setup, plan) = Read([("Symbol", "BTCUSDT")]);

        Assert.Equal("binance BTCUSDT", Assert.Single(setup.Feeds).ToString());
        Assert.Equal(1, plan.Sources.Length);
    }

    [Fact]
    public void Sources_and_legs_are_numbered_and_shared()
    {
        var (setup, plan) = Read(
        [
            ("Sources:0:Venue", "binance"), ("Sources:0:Symbol", "BTCUSDT"),
            ("Sources:1:Venue", "okx"), ("Sources:1:Symbol", "BTC-USDC"),
            ("Sources:1:Quote", "USDC"), ("Sources:1:Weight", "3"),
            ("Sources:1:Legs:0:Venue", "binance"), ("Sources:1:Legs:0:Symbol", "USDCUSDT"),
            ("Sources:1:Legs:0:Pair", "USDC-USDT"),
            ("Sources:2:Venue", "binance"), ("Sources:2:Symbol", "BTCUSDC"),
            ("Sources:2:Quote", "USDC"),
            ("Sources:2:Legs:0:Symbol", "USDCUSDT"), ("Sources:2:Legs:0:Pair", "USDC-USDT"),
        ]);

        Assert.Equal(
            ["binance BTCUSDT", "okx BTC-USDC", "binance USDCUSDT", "binance BTCUSDC"],
            setup.Feeds.Select(feed => feed.ToString()));
        Assert.Equal([0, 1, 3], plan.Sources.ToArray().Select(source => source.Feed));
        Assert.Equal([1, 3, 1], plan.Sources.ToArray().Select(source => source.Weight));
        Assert.Equal(
            [2, 2],
            plan.Sources.ToArray().Skip(1).Select(source => source.Conversion!.Legs[0].Feed));
        Assert.All(setup.Feeds, feed => Assert.Equal(_spec.Id, feed.Spec.Id));
    }

    [Fact]
    public void Sources_of_venues_that_are_not_connected_to_are_left_out()
    {
        var (setup, _) = Read(
            [
                ("Sources:0:Venue", "binance"), ("Sources:0:Symbol", "BTCUSDT"),
                ("Sources:1:Venue", "okx"), ("Sources:1:Symbol", "BTC-USDT"),
            ],
            "okx");

        Assert.Equal("okx BTC-USDT", Assert.Single(setup.Feeds).ToString());
    }

    [Theory]
    [InlineData("Sources:0:Venue", "kraken", "P:Sources:0:Venue must be one of binance, okx")]
    [InlineData("Sources:0:Symbol", "btc usdt", "P:Sources:0:Symbol is wrong")]
    [InlineData("Sources:0:Weight", "1001", "P:Sources:0:Weight must be from 1 to 1000")]
    [InlineData("Sources:0:Quote", "USDC", "P:Sources:0:Legs must lead from USDC to USDT")]
    [InlineData("Sources:0:Legs:0:Pair", "USDC-USDT", "P:Sources:0:Legs must be empty")]
    [InlineData("Reference:TimeToLiveSeconds", "0", "P:Reference:TimeToLiveSeconds must be from")]
    [InlineData("Reference:MaxDistanceBps", "5001", "P:Reference:MaxDistanceBps must be from")]
    public void What_is_wrong_is_named(string setting, string value, string message)
    {
        var error = Assert.Throws<SettingsException>(() => Read(
        [
            ("Sources:0:Venue", "binance"), ("Sources:0:Symbol", "BTCUSDT"), (setting, value),
        ]));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leg_that_leads_elsewhere_is_named()
    {
        var error = Assert.Throws<SettingsException>(() => Read(
        [
            ("Sources:0:Venue", "binance"), ("Sources:0:Symbol", "BTCUSD"),
            ("Sources:0:Quote", "USD"), ("Sources:0:Legs:0:Symbol", "USDCUSD"),
            ("Sources:0:Legs:0:Pair", "USDC-USD"),
        ]));

        Assert.Contains("P:Sources:0:Legs leads to USDC", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pairs_own_limits_come_before_those_of_all()
    {
        var settings = Configuration(
        [
            ("Reference:HealthySeconds", "5"), ("Reference:MaxDistanceBps", "50"),
            ("P:Reference:MaxDistanceBps", "30"),
        ]);

        var limits = ReferenceLimitsSetup.ToLimits(settings, "P");

        Assert.Equal(
            new ReferenceLimits
            {
                MaxDistance = new Ratio(3_000),
                HealthySpell = TimeSpan.FromSeconds(5),
            },
            limits);
    }

    private static (SourcesSetup Setup, ReferencePlan Plan) Read(
        (string Name, string Value)[] values, params string[] venues)
    {
        var all = Configuration([.. values.Select(one => ($"P:{one.Name}", one.Value))]);
        var settings = all.GetSection("P").Get<PairSettings>()!;
        var setup = new SourcesSetup(
            "P", _spec, venues.Length > 0 ? venues : FeedVenues.Known);
        return (setup, setup.Plan(settings, ReferenceLimitsSetup.ToLimits(all, "P")));
    }

    private static IConfiguration Configuration((string Name, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                values.GroupBy(one => one.Name)
                    .ToDictionary(same => same.Key, same => (string?)same.Last().Value))
            .Build();
}
