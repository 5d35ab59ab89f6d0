using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace MarketMaker.Api.Problems;

/// <summary>The smallest and the largest value of a whole number in a query.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LimitsAttribute(long minimum, long maximum) : RangeAttribute(
    typeof(long),
    minimum.ToString(CultureInfo.InvariantCulture),
    maximum.ToString(CultureInfo.InvariantCulture));
