using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Knows the queues of one silo, and which of them carries a stream.</summary>
/// <remarks>The silo's hash is part of a queue's name, so that the queues of two silos are never
/// taken for one another. Silos need not agree on a stream's queue: each publishes and pulls its
/// own.</remarks>
internal sealed class SiloLocalQueueMapper : IStreamQueueMapper
{
    private readonly QueueId[] _queues;

    public SiloLocalQueueMapper(string providerName, SiloAddress silo)
    {
        uint hash = unchecked((uint)silo.GetConsistentHashCode());
        _queues = [.. Enumerable.Range(0, SiloLocalStreams.QueuesPerSilo)
            .Select(index => QueueId.GetQueueId(providerName, (uint)index, hash))];
    }

    public IEnumerable<QueueId> GetAllQueues() => _queues;

    public QueueId GetQueueForStream(StreamId streamId)
    {
        uint hash = unchecked((uint)streamId.GetHashCode());
        return _queues[hash % (uint)_queues.Length];
    }
}
