using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Quoting;

/// <summary>How a version of a rule has done since it came into force on a pair.</summary>
internal struct VersionTrial
{
    private readonly Quantity _position;
    private HalfNotional _best;

    /// <summary>Begins with the books as they are.</summary>
    public VersionTrial(in DeskBooks books) =>
        (_position, _best) = (books.ProfitAndLoss.Position, books.ProfitAndLoss.Net);

    /// <summary>Looks at the books.</summary>
    /// <returns>Which guard trips, for people; null if none does.</returns>
    public string? Look(in DeskBooks books, in VersionGuards guards, PairSpec spec)
    {
        var net = books.ProfitAndLoss.Net;
        if (net > _best)
            _best = net;
        var loss = _best - net;
        if (guards.MaxLoss > default(HalfNotional) && loss > guards.MaxLoss)
        {
            return FormattableString.Invariant(
                $"it lost {spec.ToDecimal(loss)}, {spec.ToDecimal(guards.MaxLoss)} are allowed");
        }
        var moved = books.ProfitAndLoss.Position - _position;
        var drift = moved < Quantity.Zero ? -moved : moved;
        return guards.MaxDrift > Quantity.Zero && drift > guards.MaxDrift
            ? FormattableString.Invariant(
                $"it moved the position by {spec.ToDecimal(moved)}, ")
                + FormattableString.Invariant($"{spec.ToDecimal(guards.MaxDrift)} are allowed")
            : null;
    }
}
