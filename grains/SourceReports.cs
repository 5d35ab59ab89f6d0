using System.Globalization;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains;

/// <summary>Puts into words what a maker's reference price is made of.</summary>
internal static class SourceReports
{
    /// <summary>Every source, in the order of the catalogue.</summary>
    public static SourceView[] Of(PairMaker maker, PairListing listing, Instant now)
    {
        var views = new SourceView[maker.Sources];
        for (var source = 0; source < views.Length; source++)
        {
            var report = maker.Source(source);
            views[source] = new SourceView(
                NameOf(listing, source),
                report.State,
                report.Since,
                report.Cause,
                report.LiveAt,
                report.Health,
                report.Quote.Bid,
                report.Quote.Ask,
                report.Quote.IsTradable ? now - report.HeardAt : TimeSpan.Zero,
                report.IsUsed);
        }
        return views;
    }

    /// <summary>The sources in a line: name, price and age, or why it is not used.</summary>
    public static string Tell(PairMaker maker, PairListing listing, Instant now) =>
        string.Join("; ", Of(maker, listing, now).Select(view => Tell(view, maker.Spec)));

    private static string Tell(SourceView view, PairSpec spec)
    {
        var middle = spec.ToDecimal(Mark.Middle(view.Bid, view.Ask));
        var price = view.Ask.Ticks == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture, $" {middle}, {view.Age.TotalSeconds:F1} s");
        var trouble = view.Cause == SourceFault.None ? "" : $" ({view.Cause})";
        var returns = view.LiveAt is { } at
            ? string.Create(
                CultureInfo.InvariantCulture, $" until {at.ToDateTimeOffset():HH:mm:ss}")
            : "";
        return $"{view.Name}{price} {view.State}{trouble}{returns}";
    }

    private static string NameOf(PairListing listing, int source)
    {
        var plan = listing.Reference.Sources[source];
        var name = listing.Feeds[plan.Feed].ToString();
        foreach (var leg in plan.Conversion is { } conversion ? conversion.Legs : [])
            name += $" × {listing.Feeds[leg.Feed]}";
        return name;
    }
}
