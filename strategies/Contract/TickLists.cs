namespace MarketMaker.Strategies.Contract;

/// <summary>What a tick has several of: arrays that the host owns, fills before each tick and
/// reuses.</summary>
internal sealed class TickLists
{
    /// <summary>The most sources of a reference.</summary>
    public const int MaxVenues = 8;

    private readonly OwnFill[] _fills = new OwnFill[Tick.MaxFills];
    private int _firstFill;

    public Venue[] Venues { get; } = new Venue[MaxVenues];

    public int VenueCount { get; set; }

    public OwnQuote[] Bids { get; } = new OwnQuote[Quotes.MaxLevels];

    public int BidCount { get; set; }

    public OwnQuote[] Asks { get; } = new OwnQuote[Quotes.MaxLevels];

    public int AskCount { get; set; }

    public int FillCount { get; private set; }

    public int FillsDropped { get; private set; }

    /// <summary>The trade at a place, the oldest first.</summary>
    public OwnFill Fill(int index) => _fills[(_firstFill + index) % _fills.Length];

    /// <summary>Keeps a trade, at the cost of the oldest where there is no room.</summary>
    public void Add(in OwnFill fill)
    {
        _fills[(_firstFill + FillCount) % _fills.Length] = fill;
        if (FillCount < _fills.Length)
        {
            FillCount++;
            return;
        }
        _firstFill = (_firstFill + 1) % _fills.Length;
        FillsDropped++;
    }

    /// <summary>Forgets the trades that a rule has seen.</summary>
    public void ClearFills() => (_firstFill, FillCount, FillsDropped) = (0, 0, 0);
}
