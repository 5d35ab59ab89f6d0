using System.Globalization;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Strategies.Backtests;

namespace MarketMaker.Grains.Backtests;

/// <summary>Brings a report into the units of those who read it.</summary>
public static class QuotingReportExtensions
{
    private const int ShareDigits = 6;
    private const int BasisPointDigits = 4;
    private const decimal PartsPerBillionInABasisPoint = 100_000;

    /// <summary>The report in decimals.</summary>
    /// <param name="report">The report.</param>
    /// <param name="spec">The pair's ticks and lots.</param>
    public static QuotingView ToView(this QuotingReport report, PairSpec spec) =>
        new(
            report.Rule,
            report.Version,
            report.From.ToDateTimeOffset(),
            report.To.ToDateTimeOffset(),
            report.Ticks,
            report.CustomerCommands,
            ToFigures(report, spec),
            [
                .. report.Obligations.Excused.OrderBy(spell => spell.Key)
                    .Select(spell => new ExcuseView(spell.Key, Seconds(spell.Value))),
            ],
            report.WorstInventory == default
                ? null
                : report.WorstInventory.At.ToDateTimeOffset(),
            report.FirstFault?.What,
            report.FirstFault?.At.ToDateTimeOffset(),
            [
                .. report.Markouts.Select(one => new MarkoutView(
                    Seconds(one.Horizon), one.Fills, Shortest(spec.ToDecimal(one.Gain)))),
            ],
            report.Hash.ToString("x16", CultureInfo.InvariantCulture));

    private static QuotingFigures ToFigures(QuotingReport report, PairSpec spec)
    {
        var (books, obligations) = (report.ProfitAndLoss, report.Obligations);
        return new QuotingFigures
        {
            Spread = Shortest(spec.ToDecimal(books.Spread)),
            Inventory = Shortest(spec.ToDecimal(books.Inventory)),
            Realised = Shortest(spec.ToDecimal(books.Realised)),
            Unrealised = Shortest(spec.ToDecimal(books.Unrealised)),
            Fees = Shortest(spec.ToDecimal(books.Fees)),
            Net = Shortest(spec.ToDecimal(books.Net)),
            Residual = Shortest(spec.ToDecimal(books.Residual)),
            Fills = report.Fills,
            Volume = Shortest(spec.ToDecimal(report.Volume)),
            Turnover = Shortest(spec.ToDecimal(books.Turnover)),
            Position = Shortest(spec.ToDecimal(books.Position)),
            WorstInventory = Shortest(
                Math.Abs(spec.ToDecimal(report.WorstInventory.Position))),
            TwoSidedShare = Share(obligations.TwoSided, obligations),
            CompliantShare = Share(report.Compliant, obligations),
            ExcusedSeconds = obligations.Excused.Values.Sum(Seconds),
            MeanSpreadBps = BasisPoints(obligations.MeanSpreadPartsPerBillion),
            MaxSpreadBps = BasisPoints(obligations.MaxSpreadPartsPerBillion),
            Requotes = report.Requotes,
            OrdersKept = report.Orders.Kept,
            OrdersAmended = report.Orders.Amended,
            OrdersPlaced = report.Orders.Placed,
            OrdersCancelled = report.Orders.Cancelled,
            RefusedLadders = report.RefusedLadders,
            PulledLadders = report.PulledLadders,
            RuleFaults = report.RuleFaults,
        };
    }

    private static decimal Share(TimeSpan span, ObligationsReport obligations) =>
        obligations.Obliged == TimeSpan.Zero
            ? 0
            : Shortest(decimal.Round(
                (decimal)span.Ticks / obligations.Obliged.Ticks, ShareDigits));

    private static decimal BasisPoints(long partsPerBillion) =>
        Shortest(decimal.Round(partsPerBillion / PartsPerBillionInABasisPoint, BasisPointDigits));

    private static decimal Seconds(TimeSpan span) =>
        Shortest((decimal)span.Ticks / TimeSpan.TicksPerSecond);

    // Dividing by a one of the largest scale drops the trailing zeros.
    private static decimal Shortest(decimal amount) => amount / 1.0000000000000000000000000000m;
}
