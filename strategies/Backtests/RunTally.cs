using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Backtests;

/// <summary>Measures a run while it goes on.</summary>
internal sealed class RunTally(MarketTerms terms)
{
    private readonly ObligationsMeter _obligations = new();
    private readonly ComplianceMeter _compliance = new(terms.Compliance);
    private readonly Markouts _markouts = new();
    private RunHash _hash = new();
    private long _ticks;
    private long _commands;
    private Quantity _volume;
    private InventoryExtreme _worst;
    private long _requotes;
    private LadderChanges _orders;
    private long _refused;
    private long _pulled;
    private FirstFault? _firstFault;

    /// <summary>A reference is about to be heard; the old one stands until now.</summary>
    public void Tick(Instant now, Mark old)
    {
        _ticks++;
        _markouts.Advance(now, old);
    }

    public void Command() => _commands++;

    /// <summary>A trade that the books contain by now.</summary>
    public void Fill(in Fill fill, in ProfitAndLoss books)
    {
        _hash.Add(fill);
        var isMaker = fill.MakerAccount == terms.Desk;
        if (!isMaker && fill.TakerAccount != terms.Desk)
            return;
        _volume += fill.Quantity;
        _worst = _worst.Or(books.Position, fill.At);
        _markouts.Add(
            fill.At, isMaker ? fill.TakerSide.Opposite() : fill.TakerSide, fill.Price,
            fill.Quantity);
    }

    public void Requoted(in MassQuoteResult result)
    {
        _requotes++;
        _orders = _orders.Plus(result.Change);
        foreach (ref readonly var report in result.Reports)
            _hash.Add(report);
    }

    public void Refused() => _refused++;

    public void Pulled() => _pulled++;

    public void Faulty(Instant now, string what) => _firstFault ??= new FirstFault(now, what);

    /// <summary>An event is over.</summary>
    public void Observe(Instant now, in QuotedTop top, PauseReason excuse, PairMaker maker)
    {
        _obligations.Observe(now, top, excuse);
        _compliance.Observe(now, top, excuse, maker.Resting);
        _hash.Add(now.Microseconds);
        _hash.Add(maker.Books.ProfitAndLoss);
    }

    public QuotingReport Report(Instant from, Instant now, PairMaker maker)
    {
        _markouts.Advance(now, maker.Reference);
        return new QuotingReport
        {
            Rule = maker.Rule.Name,
            Version = maker.Rule.Version,
            From = from,
            To = now,
            Ticks = _ticks,
            CustomerCommands = _commands,
            Fills = maker.Books.Fills,
            Volume = _volume,
            ProfitAndLoss = maker.Books.ProfitAndLoss,
            Obligations = _obligations.Report(now),
            Compliant = _compliance.Report(now),
            WorstInventory = _worst,
            Requotes = _requotes,
            Orders = _orders,
            RefusedLadders = _refused,
            PulledLadders = _pulled,
            RuleFaults = maker.RuleFaults,
            FirstFault = _firstFault,
            Markouts = _markouts.Report(),
            Hash = _hash.Value,
        };
    }
}
