using MarketMaker.Feeds.Recording;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class TapeWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stalled_disk_costs_counted_frames_and_never_the_callers_time()
    {
        using var stop = new CancellationTokenSource();
        using var stalled = new ManualResetEventSlim();
        using var tape = new TapeSeries(_folder.Path, "tape", new TapeLimits());
        var writer = new TapeWriter(TimeProvider.System, (_, error) => throw error);
        var running = writer.RunAsync(stop.Token);
        var begun = new TaskCompletionSource();
        var stalling = writer.DoAsync(
            () =>
            {
                begun.SetResult();
                stalled.Wait(Hang.Limit);
                return 0;
            },
            CancellationToken.None);
        await begun.Task;

        var taken = 0;
        for (var i = 0; i < 2 * TapeWriter.MaxFrames; i++)
            taken += writer.TryWrite(tape, "{}"u8, TimeProvider.System.GetTimestamp()) ? 1 : 0;
        var dropped = writer.Statistics.Dropped;
        stalled.Set();
        await stalling;
        await stop.CancelAsync();
        await running;

        Assert.InRange(taken, TapeWriter.MaxFrames - 10, TapeWriter.MaxFrames);
        Assert.Equal(2 * TapeWriter.MaxFrames - taken, dropped);
        Assert.Equal(
            new RecordingStatistics(taken, 2 * taken, dropped, Unfit: 0), writer.Statistics);
    }

    [Fact]
    public async Task A_frame_costs_its_bringer_no_allocation()
    {
        const int frames = 2000;
        using var stop = new CancellationTokenSource();
        using var tape = new TapeSeries(_folder.Path, "tape", new TapeLimits());
        var writer = new TapeWriter(TimeProvider.System, (_, error) => throw error);
        var running = writer.RunAsync(stop.Token);
        var allocated = 0L;
        for (var round = 0; round < 3; round++)
        {
            allocated = Bring(writer, tape, frames);
            await writer.DoAsync(() => 0, CancellationToken.None);
        }
        await stop.CancelAsync();
        await running;

        Assert.Equal(0, allocated / frames);
        Assert.Equal(3 * frames, writer.Statistics.Frames);
    }

    /// <returns>The bytes that this thread allocated.</returns>
    private static long Bring(TapeWriter writer, TapeSeries tape, int frames)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < frames; i++)
            writer.TryWrite(tape, "{\"u\":1155,\"s\":\"BTCUSDT\"}"u8, arrivedAt: 0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public async Task Large_frames_are_bounded_by_their_bytes()
    {
        using var tape = new TapeSeries(_folder.Path, "tape", new TapeLimits());
        var writer = new TapeWriter(TimeProvider.System, (_, error) => throw error);
        var frame = new byte[TapeFile.MaxFrame];

        var taken = 0;
        while (writer.TryWrite(tape, frame, TimeProvider.System.GetTimestamp()))
            taken++;

        Assert.Equal(TapeWriter.MaxBytes / TapeFile.MaxFrame, taken);
        await writer.RunAsync(new CancellationToken(canceled: true));
        Assert.Equal(taken, writer.Statistics.Frames);
    }

    [Fact]
    public void What_is_no_line_is_left_out_and_counted()
    {
        using var tape = new TapeSeries(_folder.Path, "tape", new TapeLimits());
        var writer = new TapeWriter(TimeProvider.System, (_, error) => throw error);

        Assert.False(writer.TryWrite(tape, "{\n}"u8, 0));
        Assert.False(writer.TryWrite(tape, new byte[TapeFile.MaxFrame + 1], 0));
        Assert.Equal(new RecordingStatistics(0, 0, Dropped: 0, Unfit: 2), writer.Statistics);
    }

    [Fact]
    public async Task A_series_whose_disk_fails_rests_and_harms_no_other()
    {
        using var stop = new CancellationTokenSource();
        var blocked = _folder.File("blocked");
        await File.WriteAllTextAsync(blocked, "a file where a folder should be");
        using var bad = new TapeSeries(blocked, "tape", new TapeLimits());
        using var good = new TapeSeries(_folder.File("good"), "tape", new TapeLimits());
        var failures = new List<TapeSeries>();
        var writer = new TapeWriter(TimeProvider.System, (series, _) => failures.Add(series));
        var running = writer.RunAsync(stop.Token);

        for (var i = 0; i < 3; i++)
        {
            writer.TryWrite(bad, "{}"u8, TimeProvider.System.GetTimestamp());
            writer.TryWrite(good, "{}"u8, TimeProvider.System.GetTimestamp());
        }
        await stop.CancelAsync();
        await running;

        Assert.Equal([bad], failures);
        Assert.Equal(new RecordingStatistics(3, 6, Dropped: 3, Unfit: 0), writer.Statistics);
    }
}
