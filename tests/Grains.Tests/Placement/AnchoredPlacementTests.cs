using MarketMaker.Grains.Placement;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Placement;

public sealed class AnchoredPlacementTests : IAsyncLifetime
{
    private static readonly string[] s_keys =
        [.. Enumerable.Range(0, 200).Select(index => $"C{index}-USD")];

    private InProcessTestCluster _cluster = null!;

    private IClusterClient Client => _cluster.Client;

    public async Task InitializeAsync() => _cluster = await LocalCluster.StartAsync(3, silo =>
    {
        silo.AddAnchoredPlacement();
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            // A killed silo is found out in a second or two instead of ten.
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 2;
            options.EnableConnectionLivenessCheck = false;
        });
        silo.Configure<SiloMessagingOptions>(options =>
            options.ResponseTimeout = TimeSpan.FromSeconds(5));
    });

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Pairs_start_together_and_on_every_silo()
    {
        SiloAddress[] leaders = await Everyone<ILeaderGrain>();

        Assert.Equal(leaders, await Everyone<IFollowerGrain>());
        Assert.Equal(3, leaders.Distinct().Count());
    }

    [Fact]
    public async Task Followers_that_a_client_woke_first_are_where_their_leaders_start()
    {
        SiloAddress[] followers = await Everyone<IFollowerGrain>();

        Assert.Equal(followers, await Everyone<ILeaderGrain>());
    }

    [Fact]
    public async Task Pairs_are_together_after_a_silo_joined_and_half_of_them_woke_anew()
    {
        await Everyone<ILeaderGrain>();
        await _cluster.StartAdditionalSiloAsync();
        foreach (string key in s_keys.Where((_, index) => index % 2 == 0))
        {
            await _cluster.DeactivateAsync(Client.GetGrain<ILeaderGrain>(key));
        }

        await AssertAllTogether();
    }

    [Fact]
    public async Task Pairs_are_together_after_a_silo_was_killed()
    {
        await Everyone<ILeaderGrain>();
        InProcessSiloHandle victim = _cluster.Silos[^1];

        await _cluster.KillSiloAsync(victim);

        await AssertAllTogether();
        Assert.DoesNotContain(victim.SiloAddress, await Everyone<ILeaderGrain>());
    }

    [Fact]
    public async Task A_leader_that_moves_takes_its_follower_along()
    {
        ILeaderGrain leader = Client.GetGrain<ILeaderGrain>(s_keys[0]);
        SiloAddress former = await leader.GetSilo();
        SiloAddress target = _cluster.Silos.First(s => s.SiloAddress != former).SiloAddress;

        await leader.MoveTo(target);

        await AssertTogether(s_keys[0]);
        Assert.Equal(target, await leader.GetSilo());
    }

    private Task<SiloAddress[]> Everyone<TGrain>()
        where TGrain : IPairGrain =>
        Task.WhenAll(s_keys.Select(key => Client.GetGrain<TGrain>(key).GetSilo().AsTask()));

    // Off the runner's context, which starts a thread for every continuation.
    private Task AssertAllTogether() =>
        Task.Run(() => Task.WhenAll(s_keys.Select(AssertTogether)));

    /// <summary>Asks until the two answer with one silo: a dead silo has to be found out first,
    /// and a move takes place when its grain is idle. A pair that stays apart fails by the
    /// deadline.</summary>
    private async Task AssertTogether(string key)
    {
        using CancellationTokenSource deadline = new(LocalCluster.Patience);
        (SiloAddress? Leader, SiloAddress? Follower) seen = default;
        while (seen.Leader is null || seen.Leader != seen.Follower)
        {
            Assert.False(deadline.IsCancellationRequested, $"{key} stays apart: {seen}");
            seen = await Ask(key);
        }
    }

    private async Task<(SiloAddress? Leader, SiloAddress? Follower)> Ask(string key)
    {
        try
        {
            return (await Client.GetGrain<ILeaderGrain>(key).GetSilo(),
                await Client.GetGrain<IFollowerGrain>(key).GetSilo());
        }
        catch (Exception error) when (error is OrleansException or TimeoutException)
        {
            // The silo that would answer has just died.
            return default;
        }
    }
}
