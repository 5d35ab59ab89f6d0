using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>All markets on one workload, a pass of each in turn, so that what else the machine
/// does meets them alike.</summary>
internal static class Contest
{
    private const int WarmUps = 3;

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
        for (var round = 0; round < WarmUps; round++)
            contenders.ForEach(contender => contender.WarmUp());
        for (var round = 0; round < passes; round++)
            contenders.ForEach(contender => contender.Measure());
        return contenders.ConvertAll(contender => contender.Result());
    }
}
