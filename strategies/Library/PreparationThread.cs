using System.Collections.Concurrent;

namespace MarketMaker.Strategies.Library;

/// <summary>The thread on which this process loads rules and has them turned into machine code, one
/// after the other.</summary>
/// <remarks>That takes milliseconds without a pause. On a thread of the pool, or on a new one each
/// time, it makes ticks wait far more often: see <c>docs/decisions/0023</c>.</remarks>
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
