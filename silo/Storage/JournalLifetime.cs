using MarketMaker.Grains.Journal;

namespace MarketMaker.Silo.Storage;

/// <summary>Has the journal written from after the database was opened until before it is closed:
/// by then the last activation has gone.</summary>
internal sealed class JournalLifetime(JournalWriter writer, IJournalStore store)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private const int Stage = ServiceLifecycleStage.RuntimeStorageServices + 1;

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(JournalLifetime), Stage, Start, Stop);

    private Task Start(CancellationToken cancellationToken)
    {
        writer.Start();
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        await writer.Stop();
        if (store is IAsyncDisposable connected)
        {
            await connected.DisposeAsync();
        }
    }
}
