using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces.Catalogue;

/// <summary>A pair that the exchange lists, and what its maker starts with.</summary>
public sealed record PairListing
{
    /// <summary>What is traded.</summary>
    public required PairSpec Spec { get; init; }

    /// <summary>The pair's name at its first source, under which tapes have it.</summary>
    public required string VenueSymbol { get; init; }

    /// <summary>The quotes that its reference price needs, numbered as <see cref="Reference"/> has
    /// them; Binance's alone if nothing else is said.</summary>
    public IReadOnlyList<PairFeed> Feeds
    {
        get => field ?? [new PairFeed("binance", VenueSymbol, Spec)];
        init;
    }

    /// <summary>What its reference price is made of.</summary>
    public ReferencePlan Reference { get; init; } = ReferencePlan.Sole;

    /// <summary>What the venue charges.</summary>
    public required FeeSchedule Fees { get; init; }

    /// <summary>What accounts may do.</summary>
    public MarketLimits Limits { get; init; } = MarketLimits.None;

    /// <summary>For how long the maker's quotes stand without a word from it.</summary>
    public TimeSpan QuoteLease { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What a maker that was never configured quotes.</summary>
    public required PairConfiguration Defaults { get; init; }

    /// <summary>The base asset that the maker is given once, when it is first made.</summary>
    public required Quantity BaseCapital { get; init; }

    /// <summary>The quote asset that the maker is given once, when it is first made.</summary>
    public required Notional QuoteCapital { get; init; }

    /// <summary>Whether the maker starts with the silo, not on its first request.</summary>
    public required bool StartsWithSilo { get; init; }
}
