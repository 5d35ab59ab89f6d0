using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>A desk's profit and loss, exact to the last half tick·lot. <c>default</c> is a desk
/// that has not traded.</summary>
/// <remarks>
/// Two decompositions of the same equity, both kept as sums of integers and so equal after every
/// event: spread captured + inventory gain, and realised + unrealised at average cost (the cost
/// is a sum; a stored average would have to be rounded). Everything but <see cref="Fees"/> is
/// before fees. Conserved: <see cref="Residual"/> is 0, always.
/// </remarks>
public readonly record struct ProfitAndLoss
{
    /// <summary>The reference at which the position is valued.</summary>
    public Mark Mark { get; init; }

    /// <summary>What has been bought less what has been sold.</summary>
    public Quantity Position { get; init; }

    /// <summary>What sales brought in less what purchases cost, before fees.</summary>
    public Notional Cash { get; init; }

    /// <summary>What the open position cost: positive when long, negative when short.</summary>
    public Notional Cost { get; init; }

    /// <summary>Σ side × quantity × (mark − price): what the fills gained against the reference.
    /// </summary>
    public HalfNotional Spread { get; init; }

    /// <summary>Σ position × (new mark − old mark): what the reference's moves gained.</summary>
    public HalfNotional Inventory { get; init; }

    /// <summary>What closed trades gained, at average cost.</summary>
    public Notional Realised { get; init; }

    /// <summary>What was paid in fees; negative when rebates outweigh them.</summary>
    public Notional Fees { get; init; }

    /// <summary>What was traded, before fees.</summary>
    public Notional Turnover { get; init; }

    /// <summary>Cash and position together, at the mark.</summary>
    public HalfNotional Equity => Cash.ToHalf() + Mark.Value(Position);

    /// <summary>What the open position would gain if it were closed at the mark.</summary>
    public HalfNotional Unrealised => Mark.Value(Position) - Cost.ToHalf();

    /// <summary>Equity after fees.</summary>
    public HalfNotional Net => Equity - Fees.ToHalf();

    /// <summary>By how much the decompositions disagree: 0, or there is a bug.</summary>
    public HalfNotional Residual
    {
        get
        {
            var attribution = Equity - Spread - Inventory;
            var accounting = Equity - Realised.ToHalf() - Unrealised;
            return attribution == default ? accounting : attribution;
        }
    }

    /// <summary>The same desk after the reference moved. Mark first, then fill.</summary>
    /// <param name="mark">The new reference; it must be known.</param>
    /// <exception cref="OverflowException">An amount passes 64 bits.</exception>
    public ProfitAndLoss MarkedAt(Mark mark)
    {
        Invariant.Holds(mark.IsKnown);
        return this with
        {
            Mark = mark,
            Inventory = Inventory + mark.Value(Position) - Mark.Value(Position),
        };
    }

    /// <summary>The same desk after a trade.</summary>
    /// <param name="side">What the desk did.</param>
    /// <param name="price">The trade's price.</param>
    /// <param name="quantity">What changed hands.</param>
    /// <param name="fee">What the desk paid for it; negative is a rebate.</param>
    /// <exception cref="OverflowException">An amount passes 64 bits.</exception>
    public ProfitAndLoss After(Side side, Price price, Quantity quantity, Notional fee)
    {
        // Before the first reference there is nothing to gain against but the price itself.
        var book = Mark.IsKnown ? this : MarkedAt(price.ToMark());
        var notional = price * quantity;
        var signed = new Quantity(side.Sign() * quantity.Lots);
        var paid = new Notional(side.Sign() * notional.TickLots);
        var (realised, cost) = book.Close(price, signed);
        return book with
        {
            Position = book.Position + signed,
            Cash = book.Cash - paid,
            Cost = cost,
            Spread = book.Spread + book.Mark.Value(signed) - paid.ToHalf(),
            Realised = book.Realised + realised,
            Fees = book.Fees + fee,
            Turnover = book.Turnover + notional,
        };
    }

    private (Notional Realised, Notional Cost) Close(Price price, Quantity signed)
    {
        var before = Math.Sign(Position.Lots);
        var opening = before == 0 || before == Math.Sign(signed.Lots);
        if (opening)
            return (Notional.Zero, Cost + price * signed);
        var held = Math.Abs(Position.Lots);
        var closed = Math.Min(Math.Abs(signed.Lots), held);
        var costOfClosed = new Notional((long)((Int128)Cost.TickLots * closed / held));
        var proceeds = price * new Quantity(before * closed);
        var opened = signed + new Quantity(before * closed);
        return (proceeds - costOfClosed, Cost - costOfClosed + price * opened);
    }
}
