using System.Security.Cryptography;
using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Tests;

/// <summary>The two workloads at their published size and seed. The hashes are those published with
/// them; the format is that of the matching-engine benchmark of arXiv:2606.01183.</summary>
public sealed class PublishedWorkloadTests
{
    private const int Count = 2_000_000;
    private const ulong Seed = 42;

    [Fact]
    public void The_mix_has_the_published_file_and_answer()
    {
        var commands = new MixGenerator(Seed).Generate(Count);

        Assert.Equal(Count, commands.Length);
        Assert.StartsWith("cca2f17e8308814e", FileHash(commands), StringComparison.Ordinal);
        AssertAnswers(
            commands, "db86142bcd46c29a48e109a0bccb54b37504988de3247c1d5f181ae7c91be8c3");
    }

    [Fact]
    public void The_market_maker_has_the_published_file_and_answer()
    {
        var commands = new MakerGenerator(Seed).Generate(Count);

        Assert.Equal(1_999_994, commands.Length);
        Assert.StartsWith("ef20cb1445c559de", FileHash(commands), StringComparison.Ordinal);
        AssertAnswers(
            commands, "1991ac07fd9969a43870a64b0e33a79c58c83d5093f4e53baa3057bbfd42f8c3");
    }

    private static void AssertAnswers(MarketCommand[] commands, string expected)
    {
        var workload = new Workload("published", commands);

        Assert.Equal(expected, Answer(new BareMarket(), commands));
        Assert.Equal(expected, Answer(new FullMarket(workload), commands));
        Assert.Equal(expected, Answer(new NaiveMarket(), commands));
    }

    private static string Answer(IMarket market, MarketCommand[] commands)
    {
        var log = new ReportLog();
        market.Run(commands, ref log);
        return log.Sha256();
    }

    private static string FileHash(MarketCommand[] commands)
    {
        using var file = new MemoryStream();
        new Workload("published", commands).Write(file);
        return Convert.ToHexStringLower(SHA256.HashData(file.ToArray()));
    }
}
