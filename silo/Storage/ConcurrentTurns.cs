namespace MarketMaker.Silo.Storage;

/// <summary>Every operation runs at once: for a database server, which has a turn for each of its
/// connections.</summary>
internal sealed class ConcurrentTurns : IStorageTurns
{
    public Task Run(Func<Task> operation, CancellationToken cancellationToken) => operation();
}
