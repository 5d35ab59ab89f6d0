using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Orders;

/// <summary>Reads prices and sizes on the pair's own steps.</summary>
internal static class OrderAmounts
{
    /// <summary>Reads a price that must be there.</summary>
    public static Price ReadPrice(
        string field, decimal? value, PairSpec spec, List<FieldError> errors)
    {
        var largest = spec.ToDecimal(spec.MaxPrice);
        if (value <= largest && spec.TryGetPrice(value.Value, out var price))
            return price;
        errors.Add(OffStep(field, spec.TickSize, largest));
        return default;
    }

    /// <summary>Reads a size; null when it is absent or wrong.</summary>
    public static Quantity? ReadSize(
        string field, decimal? value, PairSpec spec, List<FieldError> errors)
    {
        if (value is null)
            return null;
        if (value <= spec.ToDecimal(spec.MaxQuantity)
            && spec.TryGetQuantity(value.Value, out var size))
            return size;
        errors.Add(SizeFault(field, spec));
        return null;
    }

    /// <summary>Reads an amount of the quote asset; null when it is absent or wrong.</summary>
    public static Notional? ReadBudget(
        decimal? value, PairSpec spec, List<FieldError> errors)
    {
        var step = spec.TickSize * spec.LotSize;
        var largest = PairSpec.MaxTickLots * step;
        if (value is null || (value >= step && value <= largest))
            return value is { } budget ? spec.NotionalRoundedDown(budget) : null;
        errors.Add(new FieldError("budget", $"budget must be from {step} to {largest}."));
        return null;
    }

    /// <summary>What a size must be.</summary>
    public static FieldError SizeFault(string field, PairSpec spec) =>
        OffStep(field, spec.LotSize, spec.ToDecimal(spec.MaxQuantity));

    private static FieldError OffStep(string field, decimal step, decimal largest) =>
        new(field, $"{field} must be a multiple of {step} from {step} to {largest}.");
}
