using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Streams;
using MarketMaker.Grains.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Transfers;

/// <summary>The real grains over a storage and a journal one of whose writes goes wrong.</summary>
public sealed class AccountGrainTests : IAsyncLifetime
{
    private static readonly PairListing Listing = new()
    {
        Spec = new PairSpec(
            PairId.Parse("BTC-USDT"), 0.01m, 0.001m, new(10_000_000), new(1_000_000)),
        VenueSymbol = "BTCUSDT",
        Fees = default,
        Defaults = new PairConfiguration(),
        BaseCapital = default,
        QuoteCapital = default,
        StartsWithSilo = false,
    };

    private readonly FaultyJournalStore _journal = new(new MemoryJournalStore());
    private InProcessTestCluster _cluster = null!;

    private IGrainFactory Grains => _cluster.ClientOf(0);

    private FaultyStorage Storage =>
        _cluster.Silos[0].ServiceProvider.GetRequiredService<FaultyStorage>();

    public async Task InitializeAsync() =>
        _cluster = await LocalCluster.StartAsync(1, silo =>
        {
            silo.AddSiloLocalStreams(StreamNames.Provider);
            silo.AddAnchoredPlacement();
            silo.AddJournal(_journal);
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton(new PairCatalogue([Listing]));
            silo.Services.AddSingleton<FaultyStorage>();
            silo.Services.AddGrainStorage(
                "Default", (services, _) => services.GetRequiredService<FaultyStorage>());
        });

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Theory]
    [InlineData(StorageFault.NotWritten)]
    [InlineData(StorageFault.WrittenUnheard)]
    public async Task Whichever_write_goes_wrong_the_story_ends_the_same(StorageFault fault)
    {
        Storage.Arm(0, fault);
        var expected = await Tell("nobody-fails");
        var writes = Storage.Writes;

        for (var write = 1; write <= writes; write++)
        {
            Storage.Arm(write, fault);
            Assert.Equal(expected, await Tell($"{fault}-{write}"));
        }

        Assert.InRange(writes, 8, 30);
    }

    [Theory]
    [InlineData(StorageFault.NotWritten)]
    [InlineData(StorageFault.WrittenUnheard)]
    public async Task Whichever_record_of_the_pair_goes_wrong_the_story_ends_the_same(
        StorageFault fault)
    {
        var expected = await Tell("nobody-fails");

        foreach (var failing in (string[])["there", "more", "back"])
        {
            var told = await Tell($"{fault}-{failing}", order =>
            {
                _journal.FailsBefore =
                    order.Id == Id(failing) && fault == StorageFault.NotWritten;
                _journal.FailsAfter =
                    order.Id == Id(failing) && fault == StorageFault.WrittenUnheard;
            });
            Assert.Equal(expected, told);
            Assert.False(_journal.FailsBefore || _journal.FailsAfter);
        }
    }

    [Fact]
    public async Task A_transfer_that_was_cut_off_goes_on_although_nobody_asks_for_it()
    {
        var ann = AccountId.Parse("ann");
        var wallet = Grains.GetGrain<IAccountGrain>("ann");
        await wallet.Move(TransferOrder.Deposit(Id("in"), new(AssetId.Parse("BTC"), Some("2"))));
        _journal.FailsBefore = true;
        var there = TransferOrder.ToPair(Id("there"), Listing.Spec.Id, Some("1.5"), default);
        var cut = await wallet.Move(there);

        var directory = Grains.GetGrain<IDirectoryGrain>(TransferDirectories.KeyOf(ann));
        var listed = await directory.List();
        await Eventually(async () =>
        {
            await wallet.Resume();
            return (await directory.List()).Count == 0;
        });

        Assert.True(cut.Transfer!.IsInFlight);
        Assert.Equal(["ann"], listed);
        Assert.Equal(TransferStatus.Done, (await wallet.Find(Id("there")))!.Status);
        Assert.Equal(
            new Quantity(1_500),
            (await Grains.GetGrain<IMatchingEngineGrain>("BTC-USDT").GetBalance(ann))!.Value.Base);
    }

    [Fact]
    public async Task Repeats_that_come_at_once_are_one_transfer()
    {
        var wallet = Grains.GetGrain<IAccountGrain>("bob");
        var deposit = TransferOrder.Deposit(Id("in"), new(AssetId.Parse("BTC"), Some("2")));
        var there = TransferOrder.ToPair(Id("there"), Listing.Spec.Id, Some("1"), default);

        await Task.WhenAll(Enumerable.Repeat(deposit, 10).Select(wallet.Move));
        var replies = await Task.WhenAll(Enumerable.Repeat(there, 10).Select(wallet.Move));

        Assert.All(replies, reply => Assert.Equal(TransferStatus.Done, reply.Transfer!.Status));
        Assert.Equal(Some("1"), (await wallet.Get())!.Balances.Single().Amount);
    }

    /// <summary>Deposits, moves to the pair and back, and withdraws; asks again until each has
    /// ended.</summary>
    private async Task<string> Tell(string account, Action<TransferOrder>? before = null)
    {
        var pair = Listing.Spec.Id;
        TransferOrder[] story =
        [
            TransferOrder.Deposit(Id("in"), new(AssetId.Parse("BTC"), Some("2"))),
            TransferOrder.ToPair(Id("there"), pair, Some("1.5"), default),
            TransferOrder.FromPair(Id("more"), pair, Some("1.501"), default),
            TransferOrder.FromPair(Id("back"), pair, Some("0.5"), default),
            TransferOrder.Withdrawal(Id("out"), new(AssetId.Parse("BTC"), Some("0.75"))),
        ];
        var wallet = Grains.GetGrain<IAccountGrain>(account);
        var ends = new List<string>();
        foreach (var order in story)
        {
            before?.Invoke(order);
            await Eventually(async () =>
            {
                var reply = await wallet.Move(order);
                if (reply.Transfer is not { IsInFlight: true })
                    ends.Add($"{order.Id}: {reply.Refusal}");
                return reply.Transfer is not { IsInFlight: true };
            });
        }
        var left = (await wallet.Get())!.Balances.Single();
        var there = await Grains.GetGrain<IMatchingEngineGrain>(pair.ToString())
            .GetBalance(AccountId.Parse(account));
        return $"{string.Join(", ", ends)}; {left}; {there}";
    }

    /// <summary>Asks again when the answer is that a grain has failed.</summary>
    private static async Task Eventually(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (true)
        {
            try
            {
                if (await condition())
                    return;
            }
            catch (OrleansException)
            {
                // The write went wrong, or the activation steps down just now.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    private static TransferId Id(string name) => TransferId.Parse(name);

    private static AssetAmount Some(string amount) => AssetAmount.Parse(amount);
}
