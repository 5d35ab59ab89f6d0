using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="ProtectionStatus"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("ProtectionStatus")]
public readonly record struct ProtectionStatusSurrogate(
    bool IsFrozen, Instant? FrozenUntil, Quantity Traded, Quantity Delta);

/// <summary>Turns a <see cref="ProtectionStatus"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class ProtectionStatusConverter
    : IConverter<ProtectionStatus, ProtectionStatusSurrogate>
{
    /// <inheritdoc/>
    public ProtectionStatus ConvertFromSurrogate(in ProtectionStatusSurrogate surrogate) =>
        new(surrogate.IsFrozen, surrogate.FrozenUntil, surrogate.Traded, surrogate.Delta);

    /// <inheritdoc/>
    public ProtectionStatusSurrogate ConvertToSurrogate(in ProtectionStatus value) =>
        new(value.IsFrozen, value.FrozenUntil, value.Traded, value.Delta);
}
