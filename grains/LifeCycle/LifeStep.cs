using System.Collections.Immutable;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>A step of a rule's life: what is so afterwards, and what the world must be told.
/// </summary>
/// <param name="State">The state afterwards; the same object when nothing has changed.</param>
/// <param name="Refusal">Why nothing has changed, or <see cref="StrategyRefusal.None"/>.</param>
/// <param name="Detail">The refusal, for people.</param>
internal sealed record LifeStep(StrategyState State, StrategyRefusal Refusal, string Detail)
{
    /// <summary>The pairs that quote, shadow or would go back to another version now.</summary>
    public ImmutableArray<string> Changed { get; private init; } = [];

    /// <summary>The versions that may never be put in force again, as of now.</summary>
    public ImmutableArray<VersionEntry> Condemned { get; private init; } = [];

    /// <summary>The versions whose contents nobody needs any more.</summary>
    public ImmutableArray<string> Forgotten { get; private init; } = [];

    /// <summary>Whether a rollout waits for approval now that did not before.</summary>
    public bool AwaitsApproval { get; private init; }

    public static LifeStep Refused(StrategyState state, StrategyRefusal refusal, string detail) =>
        new(state, refusal, detail);

    /// <summary>A step that was taken. The effects are read from the difference, so that none can
    /// be left out; so is the epoch, which rises when a pair changes.</summary>
    public static LifeStep Taken(StrategyState before, StrategyState after, bool strict = false)
    {
        ImmutableArray<string> changed =
        [
            .. after.Pairs.Where(pair =>
                before.RuleOn(pair) != after.RuleOn(pair)
                || before.FallbackOn(pair) != after.FallbackOn(pair)
                || before.ShadowOn(pair) != after.ShadowOn(pair)),
        ];
        var hasMoved = changed.Length > 0 || before.Active != after.Active
            || before.Canary != after.Canary || before.Shadow != after.Shadow;
        if (hasMoved)
            after = after with { Epoch = before.Epoch + 1, IsStrict = strict };
        return new LifeStep(after, StrategyRefusal.None, "")
        {
            Changed = changed,
            Condemned =
            [
                .. after.Versions.Where(entry =>
                    entry.BadBecause is not null
                    && before.Find(entry.Version)?.BadBecause is null),
            ],
            Forgotten =
            [
                .. before.Versions.Select(entry => entry.Version)
                    .Where(version => after.Find(version) is null),
            ],
            AwaitsApproval = after.Awaiting is not null && after.Awaiting != before.Awaiting,
        };
    }
}
