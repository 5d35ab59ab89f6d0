using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="ProfitAndLoss"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("ProfitAndLoss")]
public readonly record struct ProfitAndLossSurrogate(
    Mark Mark,
    Quantity Position,
    Notional Cash,
    Notional Cost,
    HalfNotional Spread,
    HalfNotional Inventory,
    Notional Realised,
    Notional Fees,
    Notional Turnover);

/// <summary>Turns a <see cref="ProfitAndLoss"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class ProfitAndLossConverter : IConverter<ProfitAndLoss, ProfitAndLossSurrogate>
{
    /// <inheritdoc/>
    public ProfitAndLoss ConvertFromSurrogate(in ProfitAndLossSurrogate surrogate) =>
        new()
        {
            Mark = surrogate.Mark,
            Position = surrogate.Position,
            Cash = surrogate.Cash,
            Cost = surrogate.Cost,
            Spread = surrogate.Spread,
            Inventory = surrogate.Inventory,
            Realised = surrogate.Realised,
            Fees = surrogate.Fees,
            Turnover = surrogate.Turnover,
        };

    /// <inheritdoc/>
    public ProfitAndLossSurrogate ConvertToSurrogate(in ProfitAndLoss value) =>
        new(
            value.Mark,
            value.Position,
            value.Cash,
            value.Cost,
            value.Spread,
            value.Inventory,
            value.Realised,
            value.Fees,
            value.Turnover);
}
