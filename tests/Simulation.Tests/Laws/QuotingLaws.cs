using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Simulation.Tests.World;

namespace MarketMaker.Simulation.Tests.Laws;

/// <summary>What is always so of a desk's quotes.</summary>
internal sealed class QuotingLaws(MakerShell shell, EngineShell engine, Agenda agenda)
{
    private readonly List<Quote> _bids = [];
    private readonly List<Quote> _asks = [];

    /// <summary>After how many steps both sides had to be quoted, and were.</summary>
    public long QuotedSteps { get; private set; }

    /// <summary>Every decision is the one that the oracle expects.</summary>
    /// <param name="decided">The decision.</param>
    /// <param name="wasFault">Whether the maker counted a fault of the rule.</param>
    /// <param name="isKnown">Whether the engine has answered the maker's last call.</param>
    public static void Judge(Decided decided, bool wasFault, bool isKnown)
    {
        if (decided.Decision.Reason != decided.Expected)
        {
            throw new LawBrokenException(
                "quotes pause for as long as they must", $"{decided.Decision.Reason} instead of "
                + $"{decided.Expected}");
        }
        if (wasFault != decided.IsFault)
            throw new LawBrokenException("a rule's faults are noticed", $"{decided}");
        if (!isKnown && !decided.BearsFault && !decided.Decision.Replace)
            throw new LawBrokenException("a ladder that is not known is replaced", $"{decided}");
    }

    /// <summary>Before every decision, which might make good what was misunderstood.</summary>
    public void CheckKnowledge()
    {
        if (!shell.HasHeardAll)
            return;
        ReadLadder();
        LadderIsKnown();
    }

    /// <summary>After every step.</summary>
    public void Check()
    {
        if (shell.LastDecided is not { } decided || !(shell.HasJustChecked || shell.IsSettled))
            return;
        ReadLadder();
        if (shell.HasJustChecked && decided.WantsNothing && _bids.Count + _asks.Count > 0)
        {
            throw new LawBrokenException(
                "no quote survives a check that finds it must not stand", $"{decided}");
        }
        if (shell.HasJustChecked)
            AllTimeIsMetered();
        if (!shell.IsSettled)
            return;
        LadderIsKnown();
        ExcuseIsTheVerdict(decided);
        if (!decided.WantsBothSides)
            return;
        BothSidesAreQuoted();
        QuotedSteps++;
        if (!shell.Reply!.IsComplete)
            return;
        SpreadIsAsConfigured(decided);
        RestsWhatIsWanted(decided.Parameters.Tolerance, _bids, shell.Maker!.Bids);
        RestsWhatIsWanted(decided.Parameters.Tolerance, _asks, shell.Maker.Asks);
    }

    private void ReadLadder()
    {
        _bids.Clear();
        _asks.Clear();
        foreach (var order in engine.Engine.Orders())
        {
            if (order.IsQuote)
            {
                (order.Side == Side.Buy ? _bids : _asks).Add(
                    new Quote(order.Side, order.Price, order.Remaining));
            }
        }
    }

    private void LadderIsKnown()
    {
        var known = shell.Maker!.Resting;
        if (!known.Bids.SequenceEqual(_bids.ToArray())
            || !known.Asks.SequenceEqual(_asks.ToArray()))
        {
            throw new LawBrokenException(
                "the maker knows what rests",
                $"it believes [{Tell(known.Bids)} | {Tell(known.Asks)}], "
                + $"there is [{Tell([.. _bids])} | {Tell([.. _asks])}]");
        }
    }

    private void ExcuseIsTheVerdict(Decided decided)
    {
        if (!decided.BearsFault && engine.Excuse != decided.Expected)
        {
            throw new LawBrokenException(
                "only a pause excuses", $"{engine.Excuse} instead of {decided.Expected}");
        }
    }

    private void BothSidesAreQuoted()
    {
        var bids = shell.Maker!.Bids;
        var asks = shell.Maker.Asks;
        var balance = shell.BalanceOfDesk;
        var dearest = bids[0].Price * bids[0].Quantity;
        var canPay = balance.Base >= asks[0].Quantity
            && balance.Quote.TickLots >= dearest.TickLots * 102 / 100 + 1;
        if (canPay && (_bids.Count == 0 || _asks.Count == 0))
        {
            throw new LawBrokenException(
                "both sides are quoted", $"{_bids.Count} bids, {_asks.Count} asks, {balance}");
        }
    }

    private void SpreadIsAsConfigured(Decided decided)
    {
        var (bid, ask) = (_bids[0].Price.Ticks, _asks[0].Price.Ticks);
        var widest = Math.Max(1, decided.Parameters.Spread * (bid + ask) / 2 + 1e-5);
        if (ask - bid > widest)
        {
            throw new LawBrokenException(
                "the spread is never wider than configured", $"{bid} / {ask}, {widest} ticks");
        }
    }

    private static void RestsWhatIsWanted(
        QuoteTolerance tolerance, List<Quote> resting, ReadOnlySpan<Quote> wanted)
    {
        var same = resting.Count == wanted.Length;
        for (var i = 0; same && i < wanted.Length; i++)
        {
            same = Near(resting[i].Price.Ticks, wanted[i].Price.Ticks, tolerance.Price)
                && Near(resting[i].Quantity.Lots, wanted[i].Quantity.Lots, tolerance.Size);
        }
        if (!same)
        {
            throw new LawBrokenException(
                "what rests is what is wanted, to the tolerance",
                $"[{Tell([.. resting])}] for [{Tell(wanted)}]");
        }
    }

    private static bool Near(decimal value, decimal wanted, Ratio share) =>
        Math.Abs(value - wanted) <= wanted * share.PartsPerMillion / 1_000_000;

    private void AllTimeIsMetered()
    {
        if (engine.MeteredSince is not { } since)
            return;
        var report = engine.Meter.Report(agenda.Now);
        var told = report.Obliged;
        foreach (var excused in report.Excused.Values)
            told += excused;
        if (told != agenda.Now - since || report.TwoSided > report.Obliged)
            throw new LawBrokenException("time is obliged or excused", $"{report} since {since}");
    }

    private static string Tell(ReadOnlySpan<Quote> quotes)
    {
        var words = new List<string>();
        foreach (var quote in quotes)
            words.Add($"{quote.Quantity}@{quote.Price}");
        return string.Join(' ', words);
    }
}
