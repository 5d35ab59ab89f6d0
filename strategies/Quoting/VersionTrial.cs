using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Quoting;

/// <summary>What a version of a rule is measured from since it came into force on a pair.</summary>
/// <remarks><c>default</c> is a version that began with empty books.</remarks>
/// <param name="Position">The position when it came into force.</param>
/// <param name="Best">The best net profit since then.</param>
public readonly record struct VersionTrial(Quantity Position, HalfNotional Best)
{
    /// <summary>Begins with the books as they are.</summary>
    public static VersionTrial Of(in DeskBooks books) =>
        new(books.ProfitAndLoss.Position, books.ProfitAndLoss.Net);

    /// <summary>The same trial, with its best as the books are now.</summary>
    public VersionTrial After(in DeskBooks books) =>
        books.ProfitAndLoss.Net > Best ? this with { Best = books.ProfitAndLoss.Net } : this;

    /// <summary>Judges the books.</summary>
    /// <returns>Which guard trips, for people; null if none does.</returns>
    internal string? Judge(in DeskBooks books, in VersionGuards guards, PairSpec spec)
    {
        var loss = Best - books.ProfitAndLoss.Net;
        if (guards.MaxLoss > default(HalfNotional) && loss > guards.MaxLoss)
        {
            return FormattableString.Invariant(
                $"it lost {spec.ToDecimal(loss)}, {spec.ToDecimal(guards.MaxLoss)} are allowed");
        }
        var moved = books.ProfitAndLoss.Position - Position;
        var drift = moved < Quantity.Zero ? -moved : moved;
        return guards.MaxDrift > Quantity.Zero && drift > guards.MaxDrift
            ? FormattableString.Invariant(
                $"it moved the position by {spec.ToDecimal(moved)}, ")
                + FormattableString.Invariant($"{spec.ToDecimal(guards.MaxDrift)} are allowed")
            : null;
    }
}
