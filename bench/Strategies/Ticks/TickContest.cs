using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>A script and its twin, taking turns on the same ticks: the rule is asked, and its
/// answer judged and rounded to a ladder, as a maker does it.</summary>
/// <param name="ticks">The market; gone through again and again.</param>
/// <param name="ticksPerPass">How many ticks a pass has.</param>
/// <param name="passes">How many measured passes each has, after a warm-up.</param>
internal sealed class TickContest(Tick[] ticks, int ticksPerPass, int passes)
{
    private const int WarmUps = 20;

    private static readonly PairSpec _spec = new(
        PairId.Parse("BENCH-QUOTE"), 0.01m, 0.00001m, new(100_000_000), new(100_000_000));

    private readonly Quotes _answer = new();
    private readonly List<Quote> _bids = new(Quotes.MaxLevels);
    private readonly List<Quote> _asks = new(Quotes.MaxLevels);

    /// <summary>Measures both; the script first.</summary>
    public TickMeasurement[] Run(IQuotingRule script, ITickRule host)
    {
        // The runtime compiles the host's code anew, better, once it has seen it run for a while.
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            Ask(script, rounds: true);
            Ask(host, rounds: true);
        }
        Passes scripts = new(passes), hosts = new(passes);
        Passes bare = new(passes), hostBare = new(passes);
        for (var pass = 0; pass < passes; pass++)
        {
            scripts.Measure(() => Ask(script, rounds: true));
            hosts.Measure(() => Ask(host, rounds: true));
            bare.Measure(() => Ask(script, rounds: false));
            hostBare.Measure(() => Ask(host, rounds: false));
        }
        return
        [
            Result("script", scripts, hosts, bare), Result("host", hosts, hosts, hostBare),
        ];

        TickMeasurement Result(string variant, Passes tick, Passes hostTick, Passes rule) => new(
            script.Name,
            variant,
            tick.Median / ticksPerPass,
            tick.Least / ticksPerPass,
            tick.Most / ticksPerPass,
            (double)(tick.Bytes + rule.Bytes) / 2 / passes / ticksPerPass,
            hostTick.Median > 0 ? tick.Median / hostTick.Median : null)
        {
            RuleNs = rule.Median / ticksPerPass,
        };
    }

    private void Ask(IQuotingRule rule, bool rounds)
    {
        for (int i = 0, at = 0; i < ticksPerPass; i++, at = at + 1 == ticks.Length ? 0 : at + 1)
        {
            rule.OnTick(in ticks[at], _answer);
            if (rounds)
                Round();
        }
    }

    private void Ask(ITickRule rule, bool rounds)
    {
        for (int i = 0, at = 0; i < ticksPerPass; i++, at = at + 1 == ticks.Length ? 0 : at + 1)
        {
            _answer.Begin();
            rule.OnTick(in ticks[at], _answer);
            _answer.End(ticks[at].Mid);
            if (rounds)
                Round();
        }
    }

    private void Round()
    {
        var verdict = LadderRounding.Round(_answer, _spec, _bids, _asks);
        if (!verdict.IsSound)
            throw new InvalidOperationException($"The rule's answer is a fault: {verdict}.");
    }
}
