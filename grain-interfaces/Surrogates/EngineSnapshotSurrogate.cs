using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="EngineSnapshot"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("EngineSnapshot")]
public readonly record struct EngineSnapshotSurrogate(
    long LastFill,
    long LastOrder,
    Notional VenueFees,
    AccountSnapshot[] Accounts,
    RestingOrder[] Orders,
    Price LastPrice,
    string? HaltReason);

/// <summary>Turns an <see cref="EngineSnapshot"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class EngineSnapshotConverter
    : IConverter<EngineSnapshot, EngineSnapshotSurrogate>
{
    /// <inheritdoc/>
    public EngineSnapshot ConvertFromSurrogate(in EngineSnapshotSurrogate surrogate) =>
        new(
            surrogate.LastFill,
            surrogate.LastOrder,
            surrogate.VenueFees,
            surrogate.Accounts,
            surrogate.Orders)
        {
            LastPrice = surrogate.LastPrice,
            HaltReason = surrogate.HaltReason,
        };

    /// <inheritdoc/>
    public EngineSnapshotSurrogate ConvertToSurrogate(in EngineSnapshot value) =>
        new(
            value.LastFill,
            value.LastOrder,
            value.VenueFees,
            [.. value.Accounts],
            [.. value.Orders],
            value.LastPrice,
            value.HaltReason);
}
