using System.Collections.Concurrent;

namespace MarketMaker.Strategies.Library;

/// <summary>The thread on which this process loads rules and has them turned into machine code, one
/// after the other.</summary>
/// <remarks>That takes milliseconds without a pause. On a thread of the pool, or on a new one each
/// time, ticks that were just woken stand behind it although another core is idle; behind a thread
/// that is known to the scheduler as a busy one they do so rarely. Measured by
/// <c>bench/Strategies swaps</c>.</remarks>
internal static class PreparationThread
{
    private static readonly BlockingCollection<Action> _work = Start();

    /// <summary>Does some work there.</summary>
    /// <returns>Its result or its exception; who awaits it goes on elsewhere.</returns>
    public static Task<TResult> Run<TResult>(Func<TResult> work)
    {
        var task = new Task<TResult>(work, TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() => task.RunSynchronously(TaskScheduler.Default));
        return task;
    }

    private static BlockingCollection<Action> Start()
    {
        var work = new BlockingCollection<Action>();
        var thread = new Thread(() =>
        {
            foreach (var each in work.GetConsumingEnumerable())
                each();
        })
        {
            IsBackground = true,
            Name = "Preparation of rules",
        };
        thread.Start();
        return work;
    }
}
