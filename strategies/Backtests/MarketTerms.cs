using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Backtests;

/// <summary>The market that a rule is tried on: the pair's own, so that what comes out is what
/// would have come.</summary>
public sealed record MarketTerms
{
    /// <summary>What is traded.</summary>
    public required PairSpec Spec { get; init; }

    /// <summary>What the venue charges.</summary>
    public required FeeSchedule Fees { get; init; }

    /// <summary>What accounts may do.</summary>
    public MarketLimits Limits { get; init; } = MarketLimits.None;

    /// <summary>For how long the maker's quotes stand without a word from it.</summary>
    public TimeSpan QuoteLease { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>In whose name the rule quotes.</summary>
    public required AccountId Desk { get; init; }

    /// <summary>What the desk starts with, in the base asset.</summary>
    public required Quantity BaseCapital { get; init; }

    /// <summary>What the desk starts with, in the quote asset.</summary>
    public required Notional QuoteCapital { get; init; }

    /// <summary>What is quoted and when it must not be.</summary>
    public required QuotingParameters Parameters { get; init; }

    /// <summary>How the venues' prices become one; by default there is one feed.</summary>
    public ReferencePlan References { get; init; } = ReferencePlan.Sole;

    /// <summary>When a ladder counts as compliant.</summary>
    public required ComplianceTerms Compliance { get; init; }

    /// <summary>The same market on those sources alone for which there are quotes.</summary>
    /// <param name="feeds">The numbers of the quotes that there are.</param>
    /// <returns>Null if there is no such source.</returns>
    public MarketTerms? On(IReadOnlySet<int> feeds)
    {
        var sources = References.Sources.ToArray().Where(source =>
            feeds.Contains(source.Feed)
            && (source.Conversion is not { } conversion
                || conversion.Legs.ToArray().All(leg => feeds.Contains(leg.Feed)))).ToArray();
        return sources.Length == References.Sources.Length ? this
            : sources.Length == 0 ? null
            : this with
            {
                References = new ReferencePlan(References.Feeds, sources, References.Limits),
            };
    }
}
