using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Collects the touches of a command.</summary>
internal sealed class TouchLog
{
    private Touch[] _touches = new Touch[64];
    private int _count;

    public ReadOnlySpan<Touch> Touches => _touches.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(OrderId id, bool requeued)
    {
        if (_count == _touches.Length)
            Array.Resize(ref _touches, _count * 2);
        _touches[_count++] = new Touch(id, requeued);
    }
}
