using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.Days;

/// <summary>A venue that tells the market's price twice a second, as well as its fault of the
/// moment lets it.</summary>
internal sealed class FaultyVenue(SeededRandom random)
{
    private static readonly VenueFault[] _faults = Enum.GetValues<VenueFault>()[1..];

    private Instant _faultUntil;
    private Instant _speaksAt;
    private long _shift;
    private long _late;

    /// <summary>What is the matter now.</summary>
    public VenueFault Fault { get; private set; }

    /// <summary>How often each fault began.</summary>
    public Dictionary<VenueFault, int> Faults { get; } = [];

    /// <summary>What its adapter says.</summary>
    public SourceHealth Health => new(Fault switch
    {
        VenueFault.LineDown => SourceReason.LineDown,
        VenueFault.Lagging => SourceReason.Lagging,
        VenueFault.Crossed => SourceReason.Crossed,
        VenueFault.NotTrading => SourceReason.NotTrading,
        VenueFault.UnknownSymbol => SourceReason.UnknownSymbol,
        VenueFault.Rejected => SourceReason.Rejected,
        _ => SourceReason.Ok,
    });

    /// <summary>When its last quote was heard; <c>default</c> before the first.</summary>
    public Instant HeardAt { get; private set; }

    /// <summary>Time goes on.</summary>
    /// <param name="market">The market's price in ticks.</param>
    /// <param name="now">The time.</param>
    /// <param name="quote">What it says now.</param>
    /// <returns>False if it says nothing.</returns>
    public bool TrySpeak(long market, Instant now, out VenueQuote quote)
    {
        quote = default;
        if (now >= _faultUntil)
            Change(now);
        if (now < _speaksAt)
            return false;
        _speaksAt = now + random.Milliseconds(300, 700);
        if (Fault is VenueFault.Mute or VenueFault.LineDown or VenueFault.Crossed)
            return false;
        var isJump = Fault == VenueFault.Jumpy && random.OneIn(10);
        var shift = isJump ? random.Between(-300_000L, 300_000) : _shift;
        var middle = market + market * shift / 1_000_000 + random.Between(-2L, 2);
        var size = new Quantity(random.Between(1L, 1_000));
        quote = new VenueQuote(new Price(middle - 2), size, new Price(middle + 2), size);
        HeardAt = now + TimeSpan.FromMilliseconds(-_late);
        return true;
    }

    private void Change(Instant now)
    {
        (_shift, _late) = (0, 0);
        var isOver = Fault != VenueFault.None;
        Fault = isOver ? VenueFault.None : random.Pick(_faults);
        _faultUntil = now + random.Milliseconds(500, isOver ? 400_000 : 60_000);
        if (isOver)
            return;
        Faults[Fault] = Faults.GetValueOrDefault(Fault) + 1;
        _shift = Fault == VenueFault.Shifted ? random.Between(-50_000L, 50_000) : 0;
        _late = Fault == VenueFault.Late ? random.Between(0L, 1_500) : 0;
    }
}
