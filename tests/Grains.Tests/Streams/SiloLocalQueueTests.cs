using MarketMaker.Grains.Streams;
using Microsoft.Extensions.Time.Testing;
using Orleans.Streams;

namespace MarketMaker.Grains.Tests.Streams;

public sealed class SiloLocalQueueTests
{
    private static readonly StreamId s_stream = StreamId.Create("numbers", "a");
    private static readonly DateTimeOffset s_start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SiloLocalQueue _queue =
        new(QueueId.GetQueueId("local", 3, 0), new FakeTimeProvider(s_start));

    [Fact]
    public async Task Numbers_start_at_the_clock_and_rise_by_one()
    {
        _queue.Append(s_stream, [1], context: null);
        _queue.Append(s_stream, [2], context: null);

        IList<IBatchContainer> read = await Read(maxCount: 10);

        long first = s_start.UtcTicks + 1;
        Assert.Equal([first, first + 1], Numbers(read));
    }

    [Fact]
    public async Task Publishers_on_many_threads_leave_no_number_out_of_place()
    {
        Parallel.For(0, 10_000, number => _queue.Append(s_stream, [number], context: null));

        IList<IBatchContainer> read = await Read(maxCount: 10_000);

        Assert.Equal(Enumerable.Range(1, 10_000).Select(n => s_start.UtcTicks + n), Numbers(read));
    }

    [Fact]
    public void A_full_queue_refuses_and_says_which()
    {
        for (int number = 0; number < SiloLocalStreams.QueueLimit; number++)
        {
            _queue.Append(s_stream, [number], context: null);
        }

        var error = Assert.Throws<InvalidOperationException>(
            () => _queue.Append(s_stream, [0], context: null));

        Assert.StartsWith("Stream queue local-3 is full (65536 batches)", error.Message);
    }

    [Fact]
    public async Task No_more_is_read_than_was_asked_for()
    {
        for (int number = 0; number < 5; number++)
        {
            _queue.Append(s_stream, [number], context: null);
        }

        IList<IBatchContainer> first = await Read(maxCount: 3);
        IList<IBatchContainer> rest = await Read(maxCount: 3);

        Assert.Equal((3, 2), (first.Count, rest.Count));
    }

    [Fact]
    public async Task A_waiting_reader_wakes_for_an_event()
    {
        Task<IList<IBatchContainer>> waiting = Read(maxCount: 3);
        bool waited = !waiting.IsCompleted;

        _queue.Append(s_stream, ["x"], context: null);
        IBatchContainer batch = Assert.Single(await waiting);

        Assert.True(waited);
        Assert.Equal(["x"], batch.GetEvents<string>().Select(item => item.Item1));
    }

    [Fact]
    public async Task A_cancelled_wait_returns_nothing()
    {
        using CancellationTokenSource stop = new();
        Task<IList<IBatchContainer>> waiting =
            new SiloLocalQueueReceiver(_queue.Reader).GetQueueMessagesAsync(3, stop.Token);

        await stop.CancelAsync();

        Assert.Empty(await waiting);
    }

    private static IEnumerable<long> Numbers(IEnumerable<IBatchContainer> batches) =>
        batches.Select(batch => batch.SequenceToken.SequenceNumber);

    private Task<IList<IBatchContainer>> Read(int maxCount) =>
        new SiloLocalQueueReceiver(_queue.Reader)
            .GetQueueMessagesAsync(maxCount, CancellationToken.None);
}
