using MarketMaker.Silo.Storage;
using Orleans.Storage;

namespace MarketMaker.Grains.Tests.Storage;

public sealed class GrainStorageTests(StorageFixture fixture) : IClassFixture<StorageFixture>
{
    private const string State = "note";

    private static int s_tests;

    private readonly IGrainStorage _storage = fixture.Storage;
    private readonly string _key = $"T{Interlocked.Increment(ref s_tests)}-USD";

    [Fact]
    public async Task What_was_written_is_read()
    {
        await Write(_key, "a");

        GrainState<Note> read = await Read(_key);

        Assert.Equal(("a", "1", true), (read.State!.Lines.Single(), read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task What_was_never_written_is_new()
    {
        GrainState<Note> read = await Read(_key);

        Assert.Empty(read.State!.Lines);
        Assert.Equal((null, false), (read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task An_older_version_is_refused_and_changes_nothing()
    {
        GrainState<Note> current = await Write(_key, "a");
        GrainState<Note> stale = await Read(_key);
        await Write(_key, "b", current);
        stale.State = Lines("c");

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.WriteStateAsync(State, Id(_key), stale));

        GrainState<Note> read = await Read(_key);
        Assert.Equal(("b", "2"), (read.State!.Lines.Single(), read.ETag));
    }

    [Fact]
    public async Task A_second_first_write_is_refused()
    {
        await Write(_key, "a");

        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(_key, "b"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_that_is_not_stored_is_refused(bool exists)
    {
        if (exists)
        {
            await Write(_key, "a");
        }

        GrainState<Note> state = new(Lines("b"), "7") { RecordExists = true };

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.WriteStateAsync(State, Id(_key), state));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.ClearStateAsync(State, Id(_key), state));
    }

    [Fact]
    public async Task Keys_that_look_like_numbers_are_kept_apart()
    {
        string[] keys =
        [
            "ADA", "ada", "0ADA", "ADA-USD", "ada-usd", "10", "010", "0",
            "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF",
        ];
        foreach (string key in keys)
        {
            await Write(key, key);
        }

        GrainState<Note>[] read = await Task.WhenAll(keys.Select(Read));

        Assert.Equal(keys, read.Select(state => state.State!.Lines.Single()));
    }

    [Fact]
    public async Task Two_states_of_a_grain_are_two_rows()
    {
        INoteGrain grain = fixture.Cluster.Client.GetGrain<INoteGrain>(_key);
        await grain.Write("a", "b");
        await fixture.Cluster.DeactivateAsync(grain);

        Assert.Equal(("a", "b"), await grain.Read());
    }

    [Fact]
    public async Task A_cleared_state_is_new_but_keeps_counting_versions()
    {
        GrainState<Note> state = await Write(_key, "a");
        GrainState<Note> stale = await Read(_key);

        await _storage.ClearStateAsync(State, Id(_key), state);

        GrainState<Note> read = await Read(_key);
        Assert.Empty(read.State!.Lines);
        Assert.Equal(("2", false), (read.ETag, read.RecordExists));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(_key, "b", stale));
        Assert.Equal("3", (await Write(_key, "c", read)).ETag);
    }

    [Fact]
    public async Task What_changes_after_the_call_is_not_stored_by_it()
    {
        GrainState<Note> state = new(Lines("a"));

        Task write = _storage.WriteStateAsync(State, Id(_key), state);
        state.State!.Lines.Add("b");
        await write;

        Assert.Equal(["a"], (await Read(_key)).State!.Lines);
    }

    [Fact]
    public async Task A_state_beyond_the_limit_is_refused_by_name()
    {
        string huge = new('x', QueuedGrainStorage.StateSizeLimit);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Write(_key, huge));

        Assert.StartsWith($"State 'note' of test/{_key} has ", error.Message);
        Assert.EndsWith("the limit is 8388608.", error.Message);
    }

    [Fact]
    public async Task A_thousand_writers_at_once_all_get_through()
    {
        string[] keys = [.. Enumerable.Range(0, 1_000).Select(index => $"C{index}-USD")];

        // Off the runner's context, which starts a thread for every continuation.
        await Task.Run(() => Task.WhenAll(keys.Select(key => Write(key, key))));

        GrainState<Note>[] read = await Task.Run(() => Task.WhenAll(keys.Select(Read)));
        Assert.Equal(keys, read.Select(state => state.State!.Lines.Single()));
    }

    private static GrainId Id(string key) => GrainId.Create("test", key);

    private static Note Lines(params string[] lines) => new() { Lines = [.. lines] };

    private async Task<GrainState<Note>> Read(string key)
    {
        GrainState<Note> state = new();
        await _storage.ReadStateAsync(State, Id(key), state);
        return state;
    }

    private async Task<GrainState<Note>> Write(
        string key, string line, GrainState<Note>? over = null)
    {
        GrainState<Note> state = over ?? new();
        state.State = Lines(line);
        await _storage.WriteStateAsync(State, Id(key), state);
        return state;
    }
}
