using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

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
            while (true)
                DoNext(work);
        })
        {
            IsBackground = true,
            Name = "Preparation of rules",
        };
        thread.Start();
        return work;
    }

    // Apart, so that the thread holds no version that it has loaded while it waits for the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DoNext(BlockingCollection<Action> work) => work.Take()();
}
