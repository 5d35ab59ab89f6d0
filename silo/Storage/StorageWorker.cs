using System.Threading.Channels;

namespace MarketMaker.Silo.Storage;

/// <summary>Does all work on the database, one operation after the other, on a thread that no
/// grain is waiting to run on.</summary>
/// <remarks>
/// SQLite's calls block, so a grain that made one itself would hold one of the few threads that
/// all grains share. And SQLite has one writer at a time: two of them do not share the disk, they
/// sleep and retry. A queue before a single worker is faster than both and keeps the order.
/// <para>At most <see cref="QueueLimit"/> operations wait, about 0.3 s of work; whoever comes
/// then waits for a place. Any thread may call.</para>
/// </remarks>
internal sealed class StorageWorker : IStorageTurns
{
    /// <summary>Operations waiting for the worker.</summary>
    public const int QueueLimit = 4_096;

    private readonly Channel<(Func<Task> Operation, TaskCompletionSource Done)> _queue =
        Channel.CreateBounded<(Func<Task>, TaskCompletionSource)>(
            new BoundedChannelOptions(QueueLimit) { SingleReader = true });

    private Task _loop = Task.CompletedTask;

    /// <summary>Runs an operation in its turn.</summary>
    /// <param name="operation">What to do; may block. Called on the worker.</param>
    /// <param name="cancellationToken">Ends the wait for a place. Once queued, the operation is
    /// carried out: a write that may or may not have happened would help nobody.</param>
    /// <returns>The operation's outcome; its exception is the caller's.</returns>
    /// <exception cref="ChannelClosedException">The storage has been stopped.</exception>
    public async Task Run(Func<Task> operation, CancellationToken cancellationToken)
    {
        // Otherwise the caller's next step would run on the worker, before the next operation.
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((operation, done), cancellationToken);
        await done.Task;
    }

    /// <summary>Starts working. Operations may have been queued before.</summary>
    internal void Start() => _loop = Task.Run(WorkAsync);

    /// <summary>Takes no more operations and finishes those that wait.</summary>
    internal Task StopAsync()
    {
        _queue.Writer.TryComplete();
        return _loop;
    }

    private async Task WorkAsync()
    {
        await foreach ((Func<Task> operation, TaskCompletionSource done) in
            _queue.Reader.ReadAllAsync())
        {
            try
            {
                await operation();
                done.SetResult();
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        }
    }
}
