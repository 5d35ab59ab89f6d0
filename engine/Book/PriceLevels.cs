using System.Runtime.CompilerServices;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The levels of both sides by price: a block with a place for each tick of a window, and
/// sorted levels outside it.</summary>
/// <remarks>
/// A price belongs to one side at a time, so the sides share the block. Which prices a side uses is
/// told in keys, which are prices turned so that the larger is the better: the price for bids, its
/// complement for asks. So nothing here asks which side it is, and a processor has no branch to
/// guess. Work outside the window is counted; once it has paid for moving the window, the window
/// moves to the best price of the side that the work was on. The block takes 4 MiB of addresses;
/// the system gives memory to those pages alone where orders have been.
/// </remarks>
internal sealed class PriceLevels
{
    /// <summary>The key that stands for no price; no order can have it.</summary>
    public const long NoKey = long.MinValue;

    private const int Window = PriceBits.Size;
    private const long HalfWindow = Window / 2;

    private readonly Block<PriceLevel> _window = new(Window);

    // The window's levels in use: a bid's member is its place, an ask's the place's complement.
    private readonly PriceBits _near = new();
    private readonly Block<long> _best = new(2);
    private readonly FarLevels _farBids = new();
    private readonly FarLevels _farAsks = new();
    private long _start = 1;
    private int _count;
    private int _farCount;
    private long _farWork;

    public PriceLevels() => _best.Values.Fill(NoKey);

    public static long KeyOf(Side side, Price price) => price.Ticks ^ MaskOf(side);

    public static Price PriceOf(Side side, long key) => new(key ^ MaskOf(side));

    /// <summary>The best level's key, or <see cref="NoKey"/>.</summary>
    public ref readonly long BestKey(Side side) => ref Best(side);

    /// <summary>The level of a price in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PriceLevel At(Side side, Price price)
    {
        var place = PlaceOf(price);
        if (IsInWindow(place))
            return ref _window[unchecked((int)place)];
        return ref Far(side).At(KeyOf(side, price));
    }

    /// <summary>The level of a price. One without orders is to be opened, and gets its first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PriceLevel ToJoin(Side side, Price price)
    {
        var place = PlaceOf(price);
        if (IsInWindow(place))
            return ref _window[unchecked((int)place)];
        return ref ToJoinOutside(side, price);
    }

    /// <summary>Takes a level in that gets its first order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Open(Side side, Price price)
    {
        _count = unchecked(_count + 1);
        var place = PlaceOf(price);
        if (IsInWindow(place))
            _near.Add(MemberOf(side, place));
        else
            _farCount++;
        ref var best = ref Best(side);
        var key = KeyOf(side, price);
        if (key <= best)
            return;
        // Only a new best price can cross the other side, whose keys are turned the other way.
        Invariant.Holds(key < ~Best(side.Opposite()));
        best = key;
    }

    /// <summary>Takes out a level that has become empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close(Side side, Price price)
    {
        _count = unchecked(_count - 1);
        var place = PlaceOf(price);
        if (!IsInWindow(place))
        {
            CloseFar(side, price);
            return;
        }
        var member = MemberOf(side, place);
        _near.Remove(member);
        ref var best = ref Best(side);
        var key = KeyOf(side, price);
        if (key != best)
            return;
        if (_farCount == 0 && _near.TryFindInWord(member, out var below))
            best = KeyOf(side, below);
        else
            best = Behind(side, key);
    }

    /// <summary>The best key that is worse than this one, or <see cref="NoKey"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Behind(Side side, long key)
    {
        var place = PlaceOf(PriceOf(side, key));
        var highest = HighestOf(side);
        var lowest = highest - (Window - 1);
        var from = IsInWindow(place) ? MemberOf(side, place) - 1
            : key > KeyOf(side, highest) ? highest
            : -1;
        return BestOf(side, key, from < lowest ? -1 : _near.AtOrBelow(from));
    }

    private static long MaskOf(Side side) => unchecked(-(long)side);

    /// <summary>How far a price lies from the window's start, round the 64 bits for one below it.
    /// </summary>
    private long PlaceOf(Price price) => unchecked(price.Ticks - _start);

    private static bool IsInWindow(long place) => unchecked((ulong)place) < Window;

    private static int MemberOf(Side side, long place) =>
        unchecked((int)(place ^ MaskOf(side)) & (2 * Window - 1));

    private long KeyOf(Side side, int member) => unchecked(
        (_start + ((member ^ MaskOf(side)) & (Window - 1))) ^ MaskOf(side));

    private ref long Best(Side side) => ref _best[(int)side & 1];

    private FarLevels Far(Side side) => side == Side.Buy ? _farBids : _farAsks;

    /// <summary>The best key worse than this one, of which those in the window have this member
    /// for their best, or −1 for none.</summary>
    private long BestOf(Side side, long key, int member)
    {
        var near = member < 0 ? NoKey : KeyOf(side, member);
        return _farCount == 0 ? near : Math.Max(near, Far(side).Behind(key));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseFar(Side side, Price price)
    {
        _farWork++;
        _farCount--;
        var key = KeyOf(side, price);
        Far(side).Remove(key);
        if (key == Best(side))
            Best(side) = Behind(side, key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref PriceLevel ToJoinOutside(Side side, Price price)
    {
        if (TryMove(side, price))
            return ref _window[(int)PlaceOf(price)];
        _farWork++;
        return ref Far(side).GetOrAdd(KeyOf(side, price));
    }

    /// <summary>Moves the window to the market if it is time to.</summary>
    /// <returns>Whether a price outside the window is in it now.</returns>
    private bool TryMove(Side side, Price price)
    {
        // A level moves into the sorted ones and out again at worst.
        if (_count > 0 && _farWork < 64 + 2L * _count)
            return false;
        _farWork = 0;
        var best = PriceOf(side, Math.Max(KeyOf(side, price), Best(side))).Ticks;
        var middle = Math.Clamp(
            best, long.MinValue + HalfWindow + 1, long.MaxValue - 2 * HalfWindow);
        var start = middle - HalfWindow;
        if (_count > 0 && unchecked((ulong)(start - _start + HalfWindow / 2)) < HalfWindow)
            return false;
        Evict(Side.Buy);
        Evict(Side.Sell);
        _start = start;
        Admit(Side.Buy);
        Admit(Side.Sell);
        return IsInWindow(PlaceOf(price));
    }

    private void Evict(Side side)
    {
        var highest = HighestOf(side);
        for (var member = _near.AtOrBelow(highest);
            member >= 0;
            member = _near.AtOrBelow(highest))
        {
            var key = KeyOf(side, member);
            ref var level = ref _window[(int)PlaceOf(PriceOf(side, key))];
            Far(side).GetOrAdd(key) = level;
            level = default;
            _near.Remove(member);
            _farCount++;
        }
    }

    private void Admit(Side side)
    {
        var highest = KeyOf(side, HighestOf(side));
        var lowest = highest - (Window - 1);
        for (var key = Far(side).Behind(highest + 1);
            key >= lowest;
            key = Far(side).Behind(key))
        {
            var place = PlaceOf(PriceOf(side, key));
            _window[(int)place] = Far(side).At(key);
            _near.Add(MemberOf(side, place));
            Far(side).Remove(key);
            _farCount--;
        }
    }

    /// <summary>The best member that a side can have.</summary>
    private static int HighestOf(Side side) =>
        MemberOf(side, side == Side.Buy ? Window - 1 : 0);
}
