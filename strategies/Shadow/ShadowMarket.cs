using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Backtests;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Shadow;

/// <summary>Runs a candidate beside the rule in force, on live prices and against real customers,
/// without quoting: each has a ghost of the market.</summary>
/// <remarks>
/// References are told as they are heard; customers' commands are read from the market's tap a
/// little later. Both are put in the order of their times before the ghosts see them, so it does
/// not matter how late the commands come. If commands are lost, both ghosts begin anew from the
/// market as it is: see <see cref="NeedsMarket"/>.
/// <para>Nothing here throws: what fails in a ghost is a loss, and the live path goes on. Memory is
/// bounded. One thread at a time.</para>
/// </remarks>
public sealed class ShadowMarket
{
    /// <summary>The most references that wait for the commands before them.</summary>
    public const int MaxWaiting = 16_384;

    private readonly Queue<WaitingWord> _waiting = new();
    private readonly SortedDictionary<int, WaitingWord> _lastQuotes = [];
    private readonly SortedDictionary<int, WaitingWord> _lastHealths = [];
    private readonly IQuotingRule _candidateRule;
    private readonly IQuotingRule _currentRule;
    private MarketTerms _terms;
    private GhostMarket? _candidate;
    private GhostMarket? _current;
    private long _beginnings;
    private string? _lastLoss;

    /// <summary>Prepares a shadow that does not know the market yet.</summary>
    /// <param name="terms">The market's terms; the desk's capital is what it has by then.</param>
    /// <param name="candidate">The candidate; the shadow's own from now on.</param>
    /// <param name="current">The rule in force, an instance of its own; the shadow's from now on.
    /// </param>
    public ShadowMarket(MarketTerms terms, IQuotingRule candidate, IQuotingRule current) =>
        (_terms, _candidateRule, _currentRule) = (terms, candidate, current);

    /// <summary>Whether the ghosts wait to be told how the market stands; until then nothing is
    /// measured.</summary>
    public bool NeedsMarket => _candidate is null;

    /// <summary>The last command that the ghosts know: what to read on from.</summary>
    public long LastCommand { get; private set; }

    /// <summary>Begins both ghosts from the market as it is.</summary>
    /// <param name="snapshot">The market; the desk has an account there.</param>
    /// <param name="epoch">Its epoch.</param>
    /// <param name="lastCommand">The last command of its tap that the snapshot contains.</param>
    /// <param name="at">When it was taken.</param>
    public void Begin(EngineSnapshot snapshot, long epoch, long lastCommand, Instant at) =>
        OrLose(() =>
        {
            _current = new GhostMarket(_terms, snapshot, epoch, at, _currentRule);
            _candidate = new GhostMarket(_terms, snapshot, epoch, at, _candidateRule);
            LastCommand = lastCommand;
            _beginnings++;
            foreach (var word in _lastQuotes.Values.Concat(_lastHealths.Values))
                HearNow(word with { Now = at });
        });

    /// <summary>The market cannot be followed from where it was, and must be told anew.</summary>
    /// <param name="reason">Why.</param>
    public void Lose(string reason)
    {
        (_candidate, _current, _lastLoss) = (null, null, reason);
        _waiting.Clear();
    }

    /// <summary>Changes what both quote and when they must not.</summary>
    public void Configure(QuotingParameters parameters)
    {
        _terms = _terms with { Parameters = parameters };
        _candidate?.Configure(parameters);
        _current?.Configure(parameters);
    }

    /// <summary>A venue's best bid and offer came in.</summary>
    /// <param name="feed">The number of the pair's feed.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="heardAt">When the venue's frame arrived.</param>
    /// <param name="now">When the maker got it.</param>
    public void OnReference(int feed, in VenueQuote quote, Instant heardAt, Instant now) =>
        Wait(_lastQuotes[feed] = new WaitingWord(feed, quote, null, heardAt, now));

    /// <summary>An adapter says how one of the pair's feeds is.</summary>
    /// <param name="feed">The number of the pair's feed.</param>
    /// <param name="health">How it is.</param>
    /// <param name="now">When the maker got it.</param>
    public void OnHealth(int feed, SourceHealth health, Instant now) =>
        Wait(_lastHealths[feed] = new WaitingWord(feed, null, health, now, now));

    /// <summary>What customers did since the last time.</summary>
    /// <param name="commands">The next commands of the tap.</param>
    /// <param name="upTo">Up to when there are no others.</param>
    public void OnCommands(ReadOnlySpan<CustomerCommand> commands, Instant upTo)
    {
        foreach (ref readonly var command in commands)
        {
            if (NeedsMarket)
                return;
            if (command.Number != LastCommand + 1)
            {
                Lose($"commands {LastCommand + 1} to {command.Number - 1} are lost");
                return;
            }
            LastCommand = command.Number;
            Apply(command);
        }
        if (!NeedsMarket)
            AdvanceTo(upTo);
    }

    /// <summary>How both have done since they last began, up to the last that is known.</summary>
    public ShadowReport Report() =>
        new(
            _candidate?.Report(), _current?.Report(), _beginnings, _candidate?.Divergences ?? 0,
            _lastLoss);

    private void Apply(CustomerCommand command) => OrLose(() =>
    {
        HearUpTo(command.At);
        _current!.Apply(command);
        _candidate!.Apply(command);
    });

    private void AdvanceTo(Instant upTo) => OrLose(() =>
    {
        HearUpTo(upTo);
        _current!.AdvanceTo(upTo);
        _candidate!.AdvanceTo(upTo);
    });

    private void Wait(in WaitingWord word)
    {
        if (NeedsMarket)
            return;
        if (_waiting.Count == MaxWaiting)
            Lose($"more than {MaxWaiting} references without a word of the customers");
        else
            _waiting.Enqueue(word);
    }

    private void HearUpTo(Instant at)
    {
        while (_waiting.TryPeek(out var word) && word.Now <= at)
            HearNow(_waiting.Dequeue());
    }

    private void HearNow(in WaitingWord word)
    {
        if (word.Quote is { } quote)
        {
            _current!.Hear(word.Feed, quote, word.HeardAt, word.Now);
            _candidate!.Hear(word.Feed, quote, word.HeardAt, word.Now);
        }
        else if (word.Health is { } health)
        {
            _current!.Tell(word.Feed, health, word.Now);
            _candidate!.Tell(word.Feed, health, word.Now);
        }
    }

    /// <summary>The live path must not fall over its shadow, whatever is wrong with it.</summary>
    private void OrLose(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error)
        {
            Lose(error.Message);
        }
    }
}
