using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Journal;
using MarketMaker.Grains.State;
using MarketMaker.Grains.Streams;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Grains.Tests.Journal;

public sealed class DurableAnswersTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly JournalWriter _writer = new(
        new MemoryJournalStore(), new JournalOptions(), NullLogger<JournalWriter>.Instance);

    private readonly TaskCompletionSource _end =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _writer.DisposeAsync();

    [Fact]
    public async Task However_soon_a_life_is_spoilt_it_lasts_a_second_and_answers_nothing()
    {
        var answers = await Open();
        answers.Begin();
        var isSpoilt = answers.HasSpoilt(new InvalidOperationException("A bug."));
        answers.Abandon(new InvalidOperationException("A bug."));

        var isEarly = _end.Task.IsCompleted;
        Assert.Throws<OutcomeUnknownException>(answers.Begin);
        _time.Advance(DurableAnswers.ShortestLife);
        await _end.Task.WaitAsync(LocalCluster.Patience);
        Assert.Throws<OutcomeUnknownException>(answers.Begin);

        Assert.False(isEarly);
        Assert.True(isSpoilt && answers.IsLost);
    }

    [Fact]
    public async Task A_life_that_was_long_enough_ends_at_once()
    {
        var answers = await Open();
        _time.Advance(DurableAnswers.ShortestLife);

        answers.Abandon(new InvalidOperationException("A bug."));

        Assert.True(_end.Task.IsCompleted);
    }

    [Fact]
    public async Task A_command_that_was_taken_down_has_spoilt_nothing()
    {
        var answers = await Open();
        var error = new InvalidOperationException("Too late to do harm.");

        answers.Begin();
        var during = answers.HasSpoilt(error);
        answers.Record(default);

        Assert.Equal((true, false), (during, answers.HasSpoilt(error)));
        Assert.True(answers.HasSpoilt(new Engine.InvariantBrokenException("")));
    }

    private async Task<DurableAnswers> Open()
    {
        var spec = new Engine.Units.PairSpec(
            JournalStores.NewPair(), 1m, 1m, new(1_000), new(1_000));
        var listing = new PairListing
        {
            Spec = spec,
            VenueSymbol = "T",
            Fees = default,
            Defaults = new PairConfiguration(),
            BaseCapital = default,
            QuoteCapital = default,
            StartsWithSilo = false,
        };
        var state = await MatchingEngineState.Recover(_writer, listing, default);
        var bell = new TradeBell(null!, spec.Id, NullLogger.Instance);
        return new DurableAnswers(state, bell, _end.SetResult, _time, NullLogger.Instance);
    }
}
