namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>Where a client that sends a workload keeps what it knows of each order number: small
/// numbers, given anew when a number is heard of no more.</summary>
/// <remarks>Found beforehand, so that what is measured is the market and not its client.</remarks>
internal sealed class Handles
{
    private readonly int[] _handles;

    /// <summary>Gives handles to the order numbers of a workload.</summary>
    public Handles(ReadOnlySpan<MarketCommand> commands)
    {
        _handles = new int[commands.Length];
        var last = new Dictionary<ulong, int>();
        for (var i = 0; i < commands.Length; i++)
            last[commands[i].OrderId] = i;
        var known = new Dictionary<ulong, int>();
        var free = new Stack<int>();
        for (var i = 0; i < commands.Length; i++)
        {
            var id = commands[i].OrderId;
            var isKnown = known.TryGetValue(id, out var handle);
            if (!isKnown)
                known.Add(id, handle = free.TryPop(out var freed) ? freed : Count++);
            _handles[i] = isKnown ? handle : ~handle;
            if (last[id] != i)
                continue;
            known.Remove(id);
            free.Push(handle);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The handle of a record's order number.</summary>
    /// <param name="record">The record's place in the workload.</param>
    /// <param name="isFirst">Whether no record before it has the same number.</param>
    public int Of(int record, out bool isFirst)
    {
        var handle = _handles[record];
        isFirst = handle < 0;
        return isFirst ? ~handle : handle;
    }
}
