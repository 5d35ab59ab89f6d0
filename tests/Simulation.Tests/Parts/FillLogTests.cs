using MarketMaker.Engine;
using MarketMaker.Engine.Book;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class FillLogTests
{
    [Theory]
    [InlineData(0, 100, new long[] { 1, 2, 3, 4, 5 })]
    [InlineData(2, 100, new long[] { 3, 4, 5 })]
    [InlineData(2, 2, new long[] { 3, 4 })]
    [InlineData(5, 100, new long[] { })]
    [InlineData(9, 100, new long[] { })]
    public void What_comes_after_a_number_is_read_oldest_first(
        long after, int limit, long[] expected) =>
        Assert.Equal(expected, Numbers(Log(1, 5).After(after, limit)));

    [Fact]
    public void A_log_that_was_opened_goes_on_where_it_ended()
    {
        var log = new FillLog(Log(7, 9).Snapshot());

        log.Append([new Fill { Number = 10 }]);

        Assert.Equal([8, 9, 10], Numbers(log.Latest(3)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void A_repeat_or_a_gap_is_refused(long number) =>
        Assert.Throws<InvariantBrokenException>(
            () => Log(1, 5).Append([new Fill { Number = number }]));

    [Fact]
    public void An_empty_log_answers_with_nothing()
    {
        var log = new FillLog([]);

        log.Trim(applied: 100);

        Assert.Empty(log.After(0, 10));
        Assert.Empty(log.Latest(10));
    }

    // Of 2 000 trades the last 1 000 are kept for display, and those after the durable books.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(300, 301)]
    [InlineData(1_000, 1_001)]
    [InlineData(2_000, 1_001)]
    public void Trimming_forgets_only_what_neither_the_books_nor_a_display_needs(
        long applied, long first)
    {
        var log = Log(1, 2_000);

        log.Trim(applied);

        Assert.Equal((first, 2_000L), (log.Snapshot()[0].Number, log.Snapshot()[^1].Number));
        Assert.Equal(first, log.After(first - 1, 1)[0].Number);
    }

    [Fact]
    public void Trimming_waits_until_it_is_worth_while()
    {
        var log = Log(1, FillLog.Retained + FillLog.Retained / 4 - 1);

        log.Trim(applied: 2_000);

        Assert.Equal(1, log.Snapshot()[0].Number);
    }

    private static FillLog Log(long first, long last)
    {
        var log = new FillLog([]);
        for (var number = first; number <= last; number++)
            log.Append([new Fill { Number = number }]);
        return log;
    }

    private static long[] Numbers(Fill[] fills) => Array.ConvertAll(fills, fill => fill.Number);
}
