using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;

namespace MarketMaker.Simulation.Tests.Transfers;

public sealed class TransferSimulationTests
{
    private const int Steps = 3_000;

    public static TheoryData<ulong> Seeds =>
        [.. Enumerable.Range(1, 20).Select(seed => (ulong)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_comes_about_or_gets_lost_and_all_ends(ulong seed) =>
        new TransferSimulation(seed).Run(Steps);

    [Fact]
    public void The_same_seed_replays_exactly()
    {
        var (first, second) = (new TransferSimulation(7), new TransferSimulation(7));

        first.Run(Steps);
        second.Run(Steps);

        Assert.Equal(first.Trace.Hash, second.Trace.Hash);
    }

    [Fact]
    public void Everything_that_can_happen_happens()
    {
        var happened = new HashSet<string>();
        for (var seed = 1ul; seed <= 5; seed++)
        {
            var simulation = new TransferSimulation(seed);
            simulation.Run(Steps);
            happened.UnionWith(simulation.Trace.Counts.Keys);
        }

        Assert.Empty(Expected.Except(happened));
    }

    private static readonly string[] Expected =
    [
        "crash: wallet writes", "crash: wallet has written",
        "crash: pair moves", "crash: pair has moved", "crash: pair has written",
        "message lost", "message doubled", "order None", "trade",
        .. new[] { TransferOutcome.Moved, TransferOutcome.InsufficientFunds }
            .Append(TransferOutcome.OutOfOrder)
            .Select(outcome => $"pair answers {outcome}"),
        .. new[] { TransferKind.ToPair, TransferKind.FromPair }
            .Select(kind => $"{kind} {TransferStatus.InFlight} None"),
        .. new[] { TransferKind.Withdrawal, TransferKind.ToPair, TransferKind.FromPair }
            .Select(kind => $"{kind} {TransferStatus.Refused} {TransferRefusal.InsufficientFunds}"),
        .. Enum.GetValues<TransferKind>().Where(kind => kind != TransferKind.None)
            .Select(kind => $"{kind} {TransferStatus.Done} None"),
    ];
}
