using System.Runtime;
using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>All markets on one workload, a pass of each in turn, so that what else the machine
/// does meets them alike.</summary>
internal static class Contest
{
    private const int WarmUps = 3;

    /// <summary>The most warm-up passes of each: a program that is compiled anew for ever must not
    /// keep the measurement waiting.</summary>
    private const int MaxWarmUps = 12;

    /// <summary>For the compiler, which sets to work when nothing new has been called for 100 ms.
    /// </summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    /// <summary>From so many commands on it is worth waiting for the compiler.</summary>
    private const int ManyCommands = 100_000;

    /// <param name="workload">The commands.</param>
    /// <param name="passes">How many measured passes each market makes.</param>
    /// <param name="unfit">Why the full engine does not take part, if it does not.</param>
    public static List<Measurement> Run(Workload workload, int passes, out string? unfit)
    {
        var contenders = new List<Contender>
        {
            new("bare", new BareMarket(), workload.Commands),
        };
        contenders[0].Answer();
        try
        {
            var full = new Contender("full", new FullMarket(workload), workload.Commands);
            full.Answer();
            contenders.Add(full);
            unfit = null;
        }
        catch (UnfitWorkloadException e)
        {
            unfit = e.Message;
        }
        var naive = new Contender("naive", new NaiveMarket(), workload.Commands);
        naive.Answer();
        contenders.Add(naive);
        WarmUp(contenders, workload.Commands.Length >= ManyCommands ? _pause : TimeSpan.Zero);
        for (var round = 0; round < passes; round++)
            contenders.ForEach(contender => contender.Measure());
        return contenders.ConvertAll(contender => contender.Result());
    }

    /// <summary>Lets each market run until the runtime has compiled for good what they run.
    /// </summary>
    private static void WarmUp(List<Contender> contenders, TimeSpan pause)
    {
        var methods = 0L;
        for (var round = 0; round < MaxWarmUps; round++)
        {
            contenders.ForEach(contender => contender.WarmUp());
            Thread.Sleep(pause);
            var before = methods;
            methods = JitInfo.GetCompiledMethodCount();
            if (round >= WarmUps && methods == before)
                return;
        }
    }
}
