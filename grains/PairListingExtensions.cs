using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Backtests;

namespace MarketMaker.Grains;

/// <summary>Brings a listing into the units of those who use it.</summary>
public static class PairListingExtensions
{
    /// <summary>The market that a rule is tried on. Compliant is a ladder whose spread is at most
    /// twice the configured one, with the best level's configured size on both sides.</summary>
    /// <param name="listing">The pair.</param>
    /// <param name="configuration">What is quoted; valid for the pair.</param>
    public static MarketTerms ToMarketTerms(
        this PairListing listing, PairConfiguration configuration) =>
        new()
        {
            Spec = listing.Spec,
            Fees = listing.Fees,
            Limits = listing.Limits,
            QuoteLease = listing.QuoteLease,
            Desk = DeskAccount.Id,
            BaseCapital = listing.BaseCapital,
            QuoteCapital = listing.QuoteCapital,
            Parameters = configuration.ToParameters(),
            References = listing.Reference,
            Compliance = new ComplianceTerms(
                new Ratio((long)(configuration.Spread * 2 * 1_000_000)),
                listing.Spec.QuantityRoundedDown(configuration.Size)),
        };

    /// <summary>What a tape has of the pair: its sources, numbered as they are listed.</summary>
    public static Instrument[] ToInstruments(this PairListing listing) =>
        [
            .. listing.Feeds.Select((feed, source) =>
                new Instrument(feed.Spec, feed.Symbol, source)),
        ];
}
