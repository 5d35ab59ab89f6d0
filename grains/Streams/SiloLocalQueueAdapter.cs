using System.Collections.Frozen;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>The publisher's end: puts events into the silo's own queues.</summary>
internal sealed class SiloLocalQueueAdapter(
    string name, SiloLocalQueueMapper mapper, TimeProvider time) : IQueueAdapter
{
    private readonly FrozenDictionary<QueueId, SiloLocalQueue> _queues = mapper.GetAllQueues()
        .ToFrozenDictionary(id => id, id => new SiloLocalQueue(id, time));

    public string Name => name;

    // Nothing is kept, so there is nothing to go back to.
    public bool IsRewindable => false;

    public StreamProviderDirection Direction => StreamProviderDirection.ReadWrite;

    /// <exception cref="InvalidOperationException">The queue is full.</exception>
    public Task QueueMessageBatchAsync<T>(
        StreamId streamId,
        IEnumerable<T> events,
        StreamSequenceToken? token,
        Dictionary<string, object>? requestContext)
    {
        if (token is not null)
        {
            throw new ArgumentException("A queue numbers its events itself.", nameof(token));
        }

        object[] boxed = [.. events.Select(item =>
            (object?)item ?? throw new ArgumentNullException(nameof(events)))];
        _queues[mapper.GetQueueForStream(streamId)].Append(streamId, boxed, requestContext);
        return Task.CompletedTask;
    }

    public IQueueAdapterReceiver CreateReceiver(QueueId queueId) =>
        new SiloLocalQueueReceiver(_queues[queueId].Reader);
}
