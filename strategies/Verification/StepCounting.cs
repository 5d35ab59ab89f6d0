namespace MarketMaker.Strategies.Verification;

/// <summary>Whether a body can run for ever without taking a step of its fuel.</summary>
internal static class StepCounting
{
    /// <summary>Looks for a way round that meets no counting instruction.</summary>
    /// <param name="body">The instructions.</param>
    /// <param name="counts">Whether an instruction takes a step.</param>
    public static bool HasFreeLoop(
        IReadOnlyList<Instruction> body, Func<Instruction, bool> counts)
    {
        var index = new Dictionary<int, int>(body.Count);
        for (var i = 0; i < body.Count; i++)
            index[body[i].Offset] = i;
        // 0: not seen, 1: on the way that is being walked, 2: known to lead into no free loop.
        var seen = new byte[body.Count];
        var way = new Stack<(int At, int Branch)>();
        for (var start = 0; start < body.Count; start++)
        {
            if (seen[start] != 0)
                continue;
            way.Push((start, 0));
            while (way.TryPop(out var here))
            {
                seen[here.At] = 1;
                var next = Next(body, index, counts, here);
                if (next < 0)
                {
                    seen[here.At] = 2;
                    continue;
                }
                way.Push(here with { Branch = here.Branch + 1 });
                if (seen[next] == 1)
                    return true;
                if (seen[next] == 0)
                    way.Push((next, 0));
            }
        }
        return false;
    }

    /// <summary>The next instruction to walk to: the following one, then the targets; −1 when
    /// there is none left. A counting instruction leads nowhere: what comes after it is paid for.
    /// </summary>
    private static int Next(
        IReadOnlyList<Instruction> body,
        Dictionary<int, int> index,
        Func<Instruction, bool> counts,
        (int At, int Branch) here)
    {
        var instruction = body[here.At];
        if (counts(instruction))
            return -1;
        var falls = instruction.FallsThrough ? 1 : 0;
        if (here.Branch < falls)
            return here.At + 1;
        return here.Branch - falls < instruction.Targets.Length
            ? index[instruction.Targets[here.Branch - falls]]
            : -1;
    }
}
