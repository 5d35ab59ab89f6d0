using System.Threading.Channels;
using MarketMaker.Silo.Storage;

namespace MarketMaker.Grains.Tests.Storage;

public sealed class StorageWorkerTests
{
    private readonly StorageWorker _worker = new();

    [Fact]
    public async Task Operations_run_one_by_one_in_order()
    {
        List<int> order = [];
        Task[] queued = [.. Enumerable.Range(0, 100).Select(number => _worker.Run(
            async () =>
            {
                await Task.Yield();
                order.Add(number);
            },
            CancellationToken.None))];

        _worker.Start();
        await Task.WhenAll(queued);

        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Fact]
    public async Task A_failure_is_its_callers_alone()
    {
        _worker.Start();

        Task failing = _worker.Run(
            () => throw new InvalidDataException("bad row"), CancellationToken.None);
        Task following = _worker.Run(() => Task.CompletedTask, CancellationToken.None);

        await following;
        Assert.Equal(
            "bad row", (await Assert.ThrowsAsync<InvalidDataException>(() => failing)).Message);
    }

    [Fact]
    public async Task Stopping_finishes_what_waits_and_takes_no_more()
    {
        int done = 0;
        Task[] queued = [.. Enumerable.Range(0, 10).Select(_ => _worker.Run(
            () => Task.FromResult(++done), CancellationToken.None))];

        _worker.Start();
        await _worker.StopAsync();

        await Task.WhenAll(queued);
        Assert.Equal(10, done);
        await Assert.ThrowsAsync<ChannelClosedException>(
            () => _worker.Run(() => Task.CompletedTask, CancellationToken.None));
    }

    [Fact]
    public async Task A_full_queue_makes_its_callers_wait_and_they_may_give_up()
    {
        // Off the runner's context, which starts a thread for every continuation.
        await Task.Run(() =>
        {
            for (int number = 0; number < StorageWorker.QueueLimit; number++)
            {
                _ = _worker.Run(() => Task.CompletedTask, CancellationToken.None);
            }
        });
        using CancellationTokenSource patience = new();
        bool ran = false;
        Task waiting = _worker.Run(() => Task.FromResult(ran = true), patience.Token);
        await patience.CancelAsync();
        _worker.Start();
        await _worker.StopAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(ran);
    }
}
