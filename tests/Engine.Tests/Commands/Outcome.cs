using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Commands;

/// <summary>All that a command answers. Equal when every part is.</summary>
/// <param name="Reply">A <see cref="PlaceResult"/>, <see cref="CancelResult"/>,
/// <see cref="MassCancelReply"/>, <see cref="LadderReply"/>, or whether a deposit was taken.
/// </param>
/// <param name="Fills">The trades.</param>
/// <param name="Reports">The quotes of a mass quote.</param>
internal sealed record Outcome(object Reply, Fill[] Fills, QuoteReport[] Reports)
{
    /// <summary>The orders that may have changed.</summary>
    public Touch[] Touched { get; init; } = [];

    public Rejection Rejection => Reply switch
    {
        PlaceResult placed => placed.Rejection,
        CancelResult cancelled => cancelled.Rejection,
        MassCancelReply cancelled => cancelled.Rejection,
        LadderReply ladder => ladder.Rejection,
        _ => Rejection.None,
    };

    public static Outcome Of(MatchingEngine engine, Command command, Instant now) =>
        command switch
        {
            Command.Deposit c => new Outcome(
                engine.Ledger.TryDeposit(engine.Ledger.Open(c.Account), c.Amount, c.Money),
                [],
                []),
            Command.Place c => Traded(engine.Place(c.Order, now), engine),
            Command.Amend c => Traded(
                engine.Amend(c.Owner, c.Id, c.Price, c.Quantity, now), engine),
            Command.Reduce c => Traded(engine.Reduce(c.Owner, c.Id, c.By, now), engine),
            Command.MassCancel c => Traded(
                MassCancelReply.Of(engine.MassCancel(c.Owner, c.Filter, now)), engine),
            Command.Advance => Traded(Advanced(engine, now), engine),
            Command.Cancel c => Traded(engine.Cancel(c.Owner, c.Id, now), engine),
            Command.Requote c => Requoted(
                engine.MassQuote(c.Owner, c.Epoch, c.Sequence, c.Bids, c.Asks, now), engine),
            _ => throw new ArgumentException($"Unknown command {command}.", nameof(command)),
        };

    public bool Equals(Outcome? other) =>
        other is not null
        && Reply.Equals(other.Reply)
        && Fills.AsSpan().SequenceEqual(other.Fills)
        && Reports.AsSpan().SequenceEqual(other.Reports)
        && Touched.AsSpan().SequenceEqual(other.Touched);

    public override int GetHashCode() => Reply.GetHashCode();

    public override string ToString() =>
        string.Join(
            '\n',
            [Reply, .. Fills.Cast<object>(), .. Reports.Cast<object>(), .. Touched.Cast<object>()]);

    private static Outcome Traded(object reply, MatchingEngine engine) =>
        new(reply, engine.Fills.ToArray(), []) { Touched = engine.Touched.ToArray() };

    private static bool Advanced(MatchingEngine engine, Instant now)
    {
        engine.Advance(now);
        return true;
    }

    private static Outcome Requoted(MassQuoteResult result, MatchingEngine engine)
    {
        var reply = new LadderReply(
            result.Rejection, result.RejectedAt, result.Change, result.LastFill);
        return new Outcome(reply, engine.Fills.ToArray(), result.Reports.ToArray())
        {
            Touched = engine.Touched.ToArray(),
        };
    }
}
