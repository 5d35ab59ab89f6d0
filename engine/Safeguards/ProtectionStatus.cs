using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Safeguards;

/// <summary>Where an owner stands with its market-maker protection. <c>default</c> is one whose
/// quotes have not traded in the window.</summary>
/// <param name="IsFrozen">Whether its ladders are refused.</param>
/// <param name="FrozenUntil">Until when; null until somebody resets it, or when it is not frozen.
/// </param>
/// <param name="Traded">What of its quotes has traded in the window.</param>
/// <param name="Delta">What was bought less what was sold in the window.</param>
public readonly record struct ProtectionStatus(
    bool IsFrozen, Instant? FrozenUntil, Quantity Traded, Quantity Delta);
