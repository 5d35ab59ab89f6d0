using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Leaves every queue with the silo that owns it, whoever joins or leaves.</summary>
/// <remarks>The built-in balancers spread queues over the cluster, which is right for a queue in
/// a database and wrong for one in memory: nobody else could read it.</remarks>
internal sealed class OwnQueuesBalancer : IStreamQueueBalancer
{
    private IReadOnlyList<QueueId> _queues = [];

    public Task Initialize(IStreamQueueMapper queueMapper)
    {
        _queues = [.. queueMapper.GetAllQueues()];
        return Task.CompletedTask;
    }

    public IEnumerable<QueueId> GetMyQueues() => _queues;

    // The distribution never changes, so there is nobody to tell and nothing to forget.
    public bool SubscribeToQueueDistributionChangeEvents(IStreamQueueBalanceListener observer) =>
        true;

    public bool UnSubscribeFromQueueDistributionChangeEvents(
        IStreamQueueBalanceListener observer) => true;

    public Task Shutdown() => Task.CompletedTask;
}
