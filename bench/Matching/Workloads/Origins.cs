namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>Which earlier record each record's order number speaks of.</summary>
internal static class Origins
{
    /// <summary>For a record that follows none of its number.</summary>
    public const int None = -1;

    /// <summary>For each record, the last new order before it with the same number.</summary>
    public static int[] Of(ReadOnlySpan<MarketCommand> commands)
    {
        var origins = new int[commands.Length];
        var last = new Dictionary<ulong, int>();
        for (var i = 0; i < commands.Length; i++)
        {
            ref readonly var command = ref commands[i];
            origins[i] = last.GetValueOrDefault(command.OrderId, None);
            if (command.Type == CommandType.New)
                last[command.OrderId] = i;
        }
        return origins;
    }
}
