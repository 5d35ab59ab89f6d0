using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>A rule's audit: its latest lines are part of the rule's life, so that no step is stored
/// without its line; those before are kept in pages of their own, so that no step writes them
/// again.</summary>
internal sealed class RuleAudit(
    IGrainFactory grains, string name, StateWriter<StrategyState> state)
{
    /// <summary>How many lines a page has: which one a line is on depends on its number alone.
    /// </summary>
    public const int PageLength = 50;

    /// <summary>How many lines are read at once.</summary>
    public const int MaxLines = 1_000;

    /// <summary>The lines before a number, latest first; at most <see cref="MaxLines"/>.</summary>
    public async Task<StrategyAuditEntry[]> Read(long before)
    {
        var latest = state.State.Audit;
        if (latest.IsEmpty)
            return [];
        var newest = Math.Min(before - 1, latest[^1].Number);
        var oldest = Math.Max(newest - MaxLines + 1, 1);
        var pages = await Task.WhenAll(
            PagesOf(oldest, Math.Min(newest, latest[0].Number - 1))
                .Select(page => Page(page).Get().AsTask()));
        return
        [
            .. pages.SelectMany(page => page)
                .Where(line => line.Number < latest[0].Number)
                .Concat(latest)
                .Where(line => line.Number >= oldest && line.Number <= newest)
                .Reverse(),
        ];
    }

    /// <summary>Moves what the state need not carry to its pages. Ended halfway, a page is stored
    /// again the next time, and its lines are told once.</summary>
    public async Task Archive()
    {
        while (state.State.Audit is { Count: >= 2 * PageLength } lines)
        {
            var page = PageOf(lines[0].Number);
            await Page(page).Store([.. lines.TakeWhile(line => PageOf(line.Number) == page)]);
            await state.Write(now => now with
            {
                Audit = now.Audit.RemoveAll(line => PageOf(line.Number) <= page),
            });
        }
    }

    private static long PageOf(long number) => (number - 1) / PageLength;

    private static IEnumerable<long> PagesOf(long oldest, long newest)
    {
        for (var page = PageOf(oldest); newest >= oldest && page <= PageOf(newest); page++)
            yield return page;
    }

    private IStrategyAuditGrain Page(long page) =>
        grains.GetGrain<IStrategyAuditGrain>(IStrategyAuditGrain.KeyOf(name, page));
}
