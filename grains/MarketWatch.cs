using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;

namespace MarketMaker.Grains;

/// <summary>What is measured of a market in one activation: what must never happen, and how well
/// the exchange's own maker meets its obligations.</summary>
internal sealed class MarketWatch
{
    private readonly ObligationsMeter _meter = new();
    private bool _isMade;
    private PauseReason _excuse;

    /// <summary>How often the best bid was seen at or above the best ask.</summary>
    public long Crossings { get; private set; }

    /// <summary>How many trades an account had with itself.</summary>
    public long SelfTrades { get; private set; }

    /// <summary>Takes down that a ladder was accepted. The exchange's obligations are its own
    /// maker's to meet, whoever else quotes.</summary>
    /// <param name="owner">Whose ladder it is.</param>
    /// <param name="excuse">Why it is empty, if it is.</param>
    public void Quoted(AccountId owner, PauseReason excuse)
    {
        if (owner == DeskAccount.Id)
            (_isMade, _excuse) = (true, excuse);
    }

    /// <summary>Looks at the market after a command.</summary>
    public void Observe(MatchingEngine engine, DepthLevel bid, DepthLevel ask, Instant now)
    {
        foreach (ref readonly var fill in engine.Fills)
            SelfTrades += fill.MakerAccount == fill.TakerAccount ? 1 : 0;
        Crossings += bid.Orders > 0 && ask.Orders > 0 && bid.Price >= ask.Price ? 1 : 0;
        if (_isMade)
            _meter.Observe(now, engine.Top(DeskAccount.Id), _excuse);
    }

    /// <summary>How the maker has met its obligations; null before it has quoted.</summary>
    public ObligationsReport? Report(Instant now) => _isMade ? _meter.Report(now) : null;
}
