using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;

namespace MarketMaker.Grains;

/// <summary>What a maker has done since its activation.</summary>
internal sealed class MakerTally
{
    /// <summary>Before a source's first tick from a silo. While a pair moves, the silo that it left
    /// may have one under way, of which nothing can be said but that it came.</summary>
    private const long Unknown = -1;

    private SiloAddress? _publisher;
    private readonly long[] _lastTicks = new long[ReferencePlan.MaxFeeds];

    public long Ticks { get; private set; }

    public long Conflated { get; private set; }

    public long Missed { get; private set; }

    public long Requotes { get; private set; }

    public LadderChange Changes { get; private set; }

    public Instant FirstTick { get; private set; }

    public Instant FirstLadder { get; private set; }

    /// <summary>The feed numbers its ticks from 1 again.</summary>
    public void ExpectFirst() => Array.Clear(_lastTicks);

    /// <summary>Counts a tick.</summary>
    /// <returns>False if it is not newer than the last of its source: then it must be dropped.
    /// </returns>
    public bool Count(ReferenceTick tick, Instant now)
    {
        if (!tick.Silo.Equals(_publisher))
        {
            _publisher = tick.Silo;
            Array.Fill(_lastTicks, Unknown);
        }
        ref var last = ref _lastTicks[tick.Source];
        if (tick.Number <= last)
            return false;
        if (last != Unknown)
            Missed += tick.Number - last - 1 - tick.Conflated;
        Conflated += tick.Conflated;
        last = tick.Number;
        Ticks++;
        if (FirstTick == default)
            FirstTick = now;
        return true;
    }

    /// <summary>Counts an answer to a mass quote.</summary>
    public void Count(MassQuoteReply reply, Instant now)
    {
        Requotes++;
        Changes = new LadderChange(
            Changes.Kept + reply.Change.Kept,
            Changes.Amended + reply.Change.Amended,
            Changes.Placed + reply.Change.Placed,
            Changes.Cancelled + reply.Change.Cancelled);
        if (FirstLadder == default && reply.Reports.Length > 0)
            FirstLadder = now;
    }
}
