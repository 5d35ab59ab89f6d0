using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.MarketData;

/// <summary>Keeps what customers say to a market while somebody follows it, and nothing else.
/// </summary>
internal sealed class MarketTap(MatchingEngine engine)
{
    /// <summary>After so long without a reader it is closed.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private long _last;
    private Instant _readAt;

    /// <summary>What takes a customer's command in; null while nobody follows.</summary>
    public CustomerTap? Open { get; private set; }

    /// <summary>Opens it, and tells how the market stands.</summary>
    /// <returns>Null if the market has too many accounts.</returns>
    public TappedMarket? Begin(Instant now)
    {
        if (engine.Ledger.Count > TappedMarket.MaxAccounts)
            return null;
        Open ??= new CustomerTap(_last);
        _readAt = now;
        return new TappedMarket(engine.Snapshot(), engine.Epoch, Open.Last, now);
    }

    /// <summary>What came after a command.</summary>
    public TapPage Read(long epoch, long after, Instant now)
    {
        if (Open is null || epoch != engine.Epoch)
            return new TapPage(false, [], now);
        _readAt = now;
        var commands = Open.After(after, TapPage.MaxCommands);
        var isRest = commands.Length == 0 || commands[^1].Number == Open.Last;
        return new TapPage(true, commands, isRest ? now : commands[^1].At);
    }

    /// <summary>Closes it when nobody reads any more.</summary>
    /// <remarks>What is said from then on has no number, and the next tap leaves one out to show
    /// it.</remarks>
    public void CloseIfForgotten(Instant now)
    {
        if (Open is { } tap && now - _readAt > _patience)
            (Open, _last) = (null, tap.Last + 1);
    }
}
