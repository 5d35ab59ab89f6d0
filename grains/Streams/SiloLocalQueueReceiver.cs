using System.Threading.Channels;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>The pulling agent's end of a queue: waits for events instead of asking again and
/// again.</summary>
internal sealed class SiloLocalQueueReceiver(ChannelReader<IBatchContainer> queue)
    : IQueueAdapterReceiver
{
    /// <summary>Batches handed over at once when the agent names no limit.</summary>
    private const int DefaultMaxCount = 1024;

    public Task Initialize(TimeSpan timeout) => Task.CompletedTask;

    public Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount) =>
        GetQueueMessagesAsync(maxCount, CancellationToken.None);

    public async Task<IList<IBatchContainer>> GetQueueMessagesAsync(
        int maxCount, CancellationToken cancellationToken)
    {
        try
        {
            await queue.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The silo stops. The agent would log an exception as a failed read; none failed.
            return [];
        }

        int limit = maxCount > 0 ? maxCount : DefaultMaxCount;
        List<IBatchContainer> batches = [];
        while (batches.Count < limit && queue.TryRead(out IBatchContainer? batch))
        {
            batches.Add(batch);
        }

        return batches;
    }

    // A batch left the queue when it was read; there is nothing to acknowledge.
    public Task MessagesDeliveredAsync(IList<IBatchContainer> messages) => Task.CompletedTask;

    public Task Shutdown(TimeSpan timeout) => Task.CompletedTask;
}
