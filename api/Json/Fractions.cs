namespace MarketMaker.Api.Json;

/// <summary>Statistics as decimals, cut to the digits that mean something.</summary>
internal static class Fractions
{
    /// <summary>An inventory's skew, −1 to 1, to six digits.</summary>
    public static decimal Skew(double skew) =>
        double.IsFinite(skew) ? decimal.Round((decimal)skew, 6) : 0;

    /// <summary>A share as basis points, to four digits.</summary>
    public static decimal BasisPoints(decimal share) => decimal.Round(share * 10_000, 4);
}
