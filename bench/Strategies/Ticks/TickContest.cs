using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>A script and its twin, taking turns on the same ticks.</summary>
/// <param name="ticks">The market; gone through again and again.</param>
/// <param name="ticksPerPass">How many ticks a pass has.</param>
/// <param name="passes">How many measured passes each has, after a warm-up.</param>
internal sealed class TickContest(Tick[] ticks, int ticksPerPass, int passes)
{
    private const int WarmUps = 20;

    private readonly Quotes _answer = new();

    /// <summary>Measures both; the script first.</summary>
    public TickMeasurement[] Run(IQuotingRule script, ITickRule host)
    {
        // The runtime compiles the host's code anew, better, once it has seen it run for a while.
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            RunScript(script);
            RunHost(host);
        }
        var (scripts, hosts) = (new Passes(passes), new Passes(passes));
        for (var pass = 0; pass < passes; pass++)
        {
            scripts.Measure(() => RunScript(script));
            hosts.Measure(() => RunHost(host));
        }
        var hostTime = hosts.Median / ticksPerPass;
        return [Result("script", scripts), Result("host", hosts)];

        TickMeasurement Result(string variant, Passes measured) => new(
            script.Name,
            variant,
            measured.Median / ticksPerPass,
            measured.Least / ticksPerPass,
            measured.Most / ticksPerPass,
            (double)measured.Bytes / passes / ticksPerPass,
            hostTime > 0 ? measured.Median / ticksPerPass / hostTime : null);
    }

    private void RunScript(IQuotingRule rule)
    {
        for (int i = 0, at = 0; i < ticksPerPass; i++, at = at + 1 == ticks.Length ? 0 : at + 1)
            rule.OnTick(in ticks[at], _answer);
    }

    private void RunHost(ITickRule rule)
    {
        for (int i = 0, at = 0; i < ticksPerPass; i++, at = at + 1 == ticks.Length ? 0 : at + 1)
        {
            _answer.Clear(ticks[at].Mid);
            rule.OnTick(in ticks[at], _answer);
        }
    }
}
