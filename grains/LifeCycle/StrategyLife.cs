using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>The life of a quoting rule: uploaded, in the shadow, on some pairs, in force, gone back
/// from. Pure: state and command in, state and effects out.</summary>
/// <remarks>Whoever calls it has prepared a version before it puts it in force, and stores the
/// state before it tells anybody.</remarks>
internal static class StrategyLife
{
    /// <summary>How many versions are kept; the oldest that is not in use goes first.</summary>
    public const int MaxVersions = 32;

    /// <summary>How many steps a rule can be rolled back.</summary>
    public const int MaxPredecessors = 8;

    /// <summary>The version that ships with the product; it replaces one that shipped before, and
    /// nothing that was uploaded.</summary>
    public static LifeStep Ship(StrategyState state, string version, Instant now)
    {
        if (state.Find(version) is not null)
            return Unchanged(state);
        var act = new StrategyAct(StrategyAct.Product, "");
        var next = Add(state, new VersionEntry(version, true, now, act.Operator, "", true, null));
        next = Note(next, now, act, StrategyStep.Shipped, version);
        var replaces = state.Active is not { } active || state.Find(active) is { Ships: true };
        return LifeStep.Taken(state, replaces ? PutInForce(next, version) : next);
    }

    /// <summary>A source came in. A name's first version is in force at once, unless that needs
    /// approval: no pair can be using it yet.</summary>
    public static LifeStep Upload(
        StrategyState state, VersionEntry version, bool needsApproval)
    {
        var act = new StrategyAct(version.UploadedBy, version.Reason);
        if (needsApproval && !act.IsNamed)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.OperatorMissing,
                "Activation needs approval here, so who uploads must be named.");
        }
        var step = version.Accepted ? StrategyStep.Uploaded : StrategyStep.Rejected;
        var next = state.Find(version.Version) is { } known
            ? state with { Versions = state.Versions.Replace(known, Renewed(known, version)) }
            : Add(state, version);
        next = Note(next, version.UploadedAt, act, step, version.Version);
        var isFirst = state.Active is null && !needsApproval
            && next.Find(version.Version) is { Accepted: true, BadBecause: null }
            && state.Versions.TrueForAll(entry => !entry.Accepted);
        if (isFirst)
        {
            next = Note(
                PutInForce(next, version.Version), version.UploadedAt, act,
                StrategyStep.Activated, version.Version, why: "the first version of the name");
        }
        return LifeStep.Taken(state, next);
    }

    /// <summary>Somebody asks to put a version in force.</summary>
    /// <param name="state">What is so.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="badBecause">Why the content may be used nowhere; null if it may.</param>
    /// <param name="needsApproval">Whether quoting needs a second person's approval.</param>
    /// <param name="now">When.</param>
    public static LifeStep Ask(
        StrategyState state,
        RolloutRequest request,
        string? badBecause,
        bool needsApproval,
        Instant now)
    {
        var quotes = request.Mode != RolloutMode.Shadow;
        if (needsApproval && quotes && !request.Act.IsNamed)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.OperatorMissing,
                "Activation needs approval here, so who asks for it must be named.");
        }
        var rollout = new Rollout(
            request.Version,
            request.Mode,
            request.Mode == RolloutMode.Active ? [] : [.. request.Pairs]);
        if (Refuse(state, rollout, badBecause) is { } refused)
            return refused;
        if (!needsApproval || !quotes)
            return Begin(state, rollout, request.Act, now);
        var next = Note(
            state with { Awaiting = rollout }, now, request.Act, StrategyStep.Requested,
            rollout.Version, rollout.Pairs);
        return LifeStep.Taken(state, next);
    }

    /// <summary>A version is tried on what was recorded of a pair: nothing but the audit changes.
    /// </summary>
    public static LifeStep Try(
        StrategyState state, string version, string pair, StrategyAct act, Instant now)
    {
        var rollout = new Rollout(version, RolloutMode.Active, []);
        // A bad version may be tried: one learns from it.
        if (Refuse(state, rollout, null) is { Refusal: not StrategyRefusal.Bad } refused)
            return refused;
        return LifeStep.Taken(
            state, Note(state, now, act, StrategyStep.Backtested, version, [pair]));
    }

    /// <summary>A second person approves what waits for it.</summary>
    public static LifeStep Approve(
        StrategyState state, string version, StrategyAct act, string? badBecause, Instant now)
    {
        if (!act.IsNamed)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.OperatorMissing, "Who approves must be named.");
        }
        if (state.Awaiting is not { } rollout || rollout.Version != version)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.NothingToApprove,
                $"No rollout of the version {version} waits for approval.");
        }
        if (Refuse(state, rollout, badBecause) is { } refused)
            return refused;
        var uploader = state.Find(version)!.UploadedBy;
        if (uploader == act.Operator || uploader == StrategyAct.Unknown)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.SamePerson,
                $"The version was uploaded by {uploader}; somebody else must approve it.");
        }
        var approved = Note(
            state with { Awaiting = null }, now, act, StrategyStep.Approved, version,
            rollout.Pairs);
        return LifeStep.Taken(state, Begin(approved, rollout, act, now).State);
    }

    /// <summary>An operator goes back.</summary>
    public static LifeStep RollBack(
        StrategyState state, RollbackRequest request, string? badBecause, Instant now)
    {
        var left = request.Version is null && state.Canary is { } canary
            ? canary.Version
            : state.Active;
        if (request.Version is { } wanted
            && Refuse(state, new Rollout(wanted, RolloutMode.Active, []), badBecause)
                is { } refused)
            return refused;
        // What was never in force was perhaps never approved either.
        if (request.Version is { } never && never != state.Active
            && !state.Predecessors.Contains(never))
        {
            return LifeStep.Refused(
                state, StrategyRefusal.NothingBefore,
                $"The version {never} was not in force before, or too long ago; activate it.");
        }
        var target = request.Version
            ?? (state.Canary is null ? LastGood(state) : state.Active);
        if (target is null || left is null)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.NothingBefore,
                "There is no earlier version to go back to.");
        }
        var next = GoBack(state, target) with { Awaiting = null };
        if (request.Bad && left != target)
            next = Condemn(next, left, Reason(request.Act, "rolled back by hand"));
        next = Note(next, now, request.Act, StrategyStep.RolledBack, left);
        return LifeStep.Taken(state, next, request.Strict);
    }

    /// <summary>An operator takes a version out of the shadow.</summary>
    public static LifeStep EndShadow(
        StrategyState state, string version, StrategyAct act, Instant now)
    {
        if (state.Shadow is not { } shadow || shadow.Version != version)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.NotInShadow,
                $"The version {version} is not in the shadow.");
        }
        var next = state with { Shadow = null };
        return LifeStep.Taken(
            state, Note(next, now, act, StrategyStep.ShadowEnded, version, shadow.Pairs));
    }

    /// <summary>A maker has left a version by itself. The version is bad from now on, everywhere;
    /// only one that ships is not when there is nothing else to quote by.</summary>
    public static LifeStep Fail(StrategyState state, RuleFailure failure, Instant now)
    {
        var version = failure.Version;
        if (state.Find(version) is not { BadBecause: null } entry)
            return Unchanged(state);
        var act = new StrategyAct(StrategyAct.Product, failure.Reason);
        var isLast = entry.Ships && version == state.Active && LastGood(state) is null;
        var next = Note(
            isLast ? state : Condemn(state, version, $"{failure.Pair}: {failure.Reason}"),
            now, act, StrategyStep.Failed, version, [failure.Pair]);
        return LifeStep.Taken(state, next, strict: true);
    }

    /// <summary>A pair is configured otherwise: nothing but the audit changes.</summary>
    public static LifeStep Configure(
        StrategyState state, string pair, string what, StrategyAct act, Instant now)
    {
        if (state.RuleOn(pair) is not { } version)
            return Unchanged(state);
        var why = act.Reason.Length > 0 ? $"{what}: {act.Reason}" : what;
        return LifeStep.Taken(
            state, Note(state, now, act, StrategyStep.Configured, version, [pair], why));
    }

    /// <summary>A pair uses the rule from now on.</summary>
    public static StrategyState Follow(StrategyState state, string pair) =>
        state.Pairs.Contains(pair) ? state : state with { Pairs = state.Pairs.Add(pair) };

    /// <summary>A pair no longer uses the rule.</summary>
    public static StrategyState Unfollow(StrategyState state, string pair) =>
        state.Pairs.Contains(pair)
            ? state with
            {
                Pairs = state.Pairs.Remove(pair),
                Canary = state.Canary?.Without(pair),
                Shadow = state.Shadow?.Without(pair),
            }
            : state;

    private static LifeStep Unchanged(StrategyState state) =>
        new(state, StrategyRefusal.None, "");

    private static LifeStep? Refuse(StrategyState state, Rollout rollout, string? badBecause)
    {
        var entry = state.Find(rollout.Version);
        if (entry is null)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.UnknownVersion,
                $"The rule has no version {rollout.Version}, or has forgotten it.");
        }
        if ((entry.BadBecause ?? badBecause) is { } reason)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.Bad,
                $"The version {rollout.Version} was rolled back and may not return: {reason}");
        }
        if (!entry.Accepted)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.Rejected,
                $"The version {rollout.Version} was rejected; its diagnostics say why.");
        }
        if (rollout.Mode == RolloutMode.Active)
            return null;
        var strangers = rollout.Pairs.Except(state.Pairs);
        if (rollout.Pairs.IsEmpty || !strangers.IsEmpty)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.UnknownPair,
                rollout.Pairs.IsEmpty
                    ? "pairs must name at least one pair that uses the rule."
                    : $"These pairs do not use the rule: {string.Join(", ", strangers)}.");
        }
        if (state.Active is null)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.NothingInForce,
                "No version of the rule is in force yet: activate one first.");
        }
        return RefuseTheSame(state, rollout);
    }

    /// <summary>A part of the pairs must differ from the rest, and a shadow from what it is
    /// beside.</summary>
    private static LifeStep? RefuseTheSame(StrategyState state, Rollout rollout)
    {
        var version = rollout.Version;
        if (version == state.Active)
        {
            return LifeStep.Refused(
                state, StrategyRefusal.AlreadyInForce,
                $"The version {version} is the one in force: a shadow is compared with it, a "
                + "canary differs from it.");
        }
        var quoting = rollout.Pairs.Where(pair => state.RuleOn(pair) == version);
        return rollout.Mode == RolloutMode.Shadow && quoting.Any()
            ? LifeStep.Refused(
                state, StrategyRefusal.AlreadyInForce,
                $"The version {version} quotes already on {string.Join(", ", quoting)}: there is "
                + "nothing that a shadow could be compared with.")
            : null;
    }

    private static LifeStep Begin(
        StrategyState state, Rollout rollout, StrategyAct act, Instant now)
    {
        var version = rollout.Version;
        var next = rollout.Mode switch
        {
            RolloutMode.Active => PutInForce(state, version),
            RolloutMode.Canary => state with
            {
                Canary = rollout,
                Shadow = state.Shadow?.Version == version ? null : state.Shadow,
            },
            _ => state with { Shadow = rollout },
        };
        if (state.Awaiting?.Version == version)
            next = next with { Awaiting = null };
        var step = rollout.Mode switch
        {
            RolloutMode.Active => StrategyStep.Activated,
            RolloutMode.Canary => StrategyStep.Canaried,
            _ => StrategyStep.Shadowed,
        };
        return LifeStep.Taken(state, Note(next, now, act, step, version, rollout.Pairs));
    }

    private static StrategyState PutInForce(StrategyState state, string version) =>
        state with
        {
            Active = version,
            Canary = null,
            Shadow = state.Shadow?.Version == version ? null : state.Shadow,
            Predecessors = state.Active is { } left && left != version
                ? [left, .. state.Predecessors.Where(one => one != version && one != left)
                    .Take(MaxPredecessors - 1)]
                : state.Predecessors.Remove(version),
        };

    private static StrategyState GoBack(StrategyState state, string version) =>
        state with
        {
            Active = version,
            Canary = null,
            Shadow = state.Shadow?.Version == version ? null : state.Shadow,
            Predecessors = state.Predecessors.Remove(version),
        };

    /// <summary>Takes a version out of everything, for good.</summary>
    private static StrategyState Condemn(StrategyState state, string version, string because)
    {
        var entry = state.Find(version)!;
        var next = state with
        {
            Versions = state.Versions.Replace(entry, entry with { BadBecause = because }),
            Predecessors = state.Predecessors.Remove(version),
            Canary = state.Canary?.Version == version ? null : state.Canary,
            Shadow = state.Shadow?.Version == version ? null : state.Shadow,
            Awaiting = state.Awaiting?.Version == version ? null : state.Awaiting,
        };
        if (state.Active != version)
            return next;
        // Without an earlier version each pair goes back to the rule that it had before this one.
        return LastGood(next) is { } good
            ? GoBack(next, good)
            : next with { Active = null, Canary = null, Shadow = null };
    }

    private static string? LastGood(StrategyState state) =>
        state.Predecessors.Find(version => state.Find(version) is { BadBecause: null });

    private static StrategyState Add(StrategyState state, VersionEntry version)
    {
        var versions = state.Versions.Add(version);
        while (versions.Count > MaxVersions)
            versions = versions.Remove(versions.First(entry => !IsUsed(state, entry.Version)));
        return state with { Versions = versions };
    }

    private static bool IsUsed(StrategyState state, string version) =>
        version == state.Active || version == state.Canary?.Version
        || version == state.Shadow?.Version || version == state.Awaiting?.Version
        || state.Predecessors.Contains(version);

    /// <summary>A known version that was uploaded once more: what was rejected may be accepted by
    /// a newer compiler. Who uploaded it first stays its uploader, once it is known who.</summary>
    private static VersionEntry Renewed(VersionEntry known, VersionEntry again) =>
        known with
        {
            Accepted = known.Accepted || again.Accepted,
            UploadedBy = known.UploadedBy == StrategyAct.Unknown
                ? again.UploadedBy
                : known.UploadedBy,
        };

    private static string Reason(StrategyAct act, string otherwise) =>
        act.Reason.Length > 0 ? act.Reason : otherwise;

    private static StrategyState Note(
        StrategyState state,
        Instant now,
        StrategyAct act,
        StrategyStep step,
        string version,
        IEnumerable<string>? pairs = null,
        string? why = null)
    {
        var number = state.Audit.IsEmpty ? 1 : state.Audit[^1].Number + 1;
        var line = new StrategyAuditEntry(
            number, now, act.Operator, step, version, [.. pairs ?? []], why ?? act.Reason);
        return state with { Audit = state.Audit.Add(line) };
    }
}
