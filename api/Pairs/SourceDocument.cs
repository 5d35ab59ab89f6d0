using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Pairs;

/// <summary>A source of a pair's reference price, and why it is used or not.</summary>
/// <param name="Source">Venue and symbol, and the legs of its conversion.</param>
/// <param name="State">How far it is trusted: connecting, warm, live, suspect, off.</param>
/// <param name="Used">Whether the reference is made of it now, among others.</param>
/// <param name="Cause">What is wrong, or was when it was last suspected or off; or none.</param>
/// <param name="Since">Since when it is in its state.</param>
/// <param name="LiveAt">When it will be live if nothing goes wrong; null if it is, or something
/// is wrong.</param>
/// <param name="Adapter">What the connection to the venue says of it.</param>
/// <param name="LagMs">How late its prices come, in milliseconds; null if that is not known.
/// </param>
/// <param name="Bid">Its best bid, converted; null before the first.</param>
/// <param name="Ask">Its best ask, converted; null before the first.</param>
/// <param name="AgeMs">How old these are, in milliseconds; null before the first.</param>
public sealed record SourceDocument(
    string Source,
    SourceState State,
    bool Used,
    SourceFault Cause,
    DateTimeOffset? Since,
    DateTimeOffset? LiveAt,
    SourceReason Adapter,
    long? LagMs,
    decimal? Bid,
    decimal? Ask,
    long? AgeMs)
{
    internal static SourceDocument From(PairSpec spec, SourceView view)
    {
        var hasSpoken = view.Ask.Ticks > 0;
        return new SourceDocument(
            view.Name,
            view.State,
            view.IsUsed,
            view.Cause,
            view.Since == default ? null : view.Since.ToDateTimeOffset(),
            view.LiveAt?.ToDateTimeOffset(),
            view.Health.Reason,
            (long?)view.Health.Lag?.TotalMilliseconds,
            hasSpoken ? spec.ToDecimal(view.Bid) : null,
            hasSpoken ? spec.ToDecimal(view.Ask) : null,
            hasSpoken ? (long)view.Age.TotalMilliseconds : null);
    }
}
