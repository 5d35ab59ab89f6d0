using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Silo.Lifecycle;

/// <summary>Wakes the makers when the silo has started, and has them write their books before it
/// stops.</summary>
/// <remarks>Hosted after the silo and before the feed: it saves when no price comes any more and
/// the silo still answers.</remarks>
internal sealed class PairLifecycle(
    IGrainFactory grains,
    PairCatalogue catalogue,
    RuleLibrary rules,
    TimeProvider time,
    ILogger<PairLifecycle> logger) : BackgroundService
{
    private static readonly TimeSpan _retryInterval = TimeSpan.FromSeconds(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll((await MadePairs()).Select(Save));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Rehearse(stoppingToken);
        var starting = catalogue.Listings
            .Where(listing => listing.StartsWithSilo)
            .Select(listing => listing.Spec.Id.ToString());
        var waiting = starting.Union(await MadePairs()).ToList();
        while (waiting.Count > 0)
        {
            var woken = await Task.WhenAll(waiting.Select(Wake));
            waiting = [.. waiting.Where((_, i) => !woken[i])];
            if (waiting.Count > 0)
                await Task.Delay(_retryInterval, time, stoppingToken);
        }
    }

    private async Task Rehearse(CancellationToken stopping)
    {
        var name = new PairConfiguration().Strategy;
        var prepared = await rules.PrepareAsync(name, BuiltInScripts.Sources[name], stopping);
        await Task.Run(() => Rehearsal.Run(prepared.CreateRule()), stopping);
    }

    private ValueTask<IReadOnlyList<string>> MadePairs() =>
        grains.GetGrain<IDirectoryGrain>(IDirectoryGrain.Pairs).List();

    private async Task<bool> Wake(string pair)
    {
        try
        {
            await grains.GetGrain<IPairMakerGrain>(pair).GetStatus();
            return true;
        }
        catch (Exception error) when (error is UnknownPairException or PairOutOfServiceException)
        {
            logger.LogWarning("{Message} Its maker stays asleep.", error.Message);
            return true;
        }
        catch (Exception error)
        {
            logger.LogError(error, "The maker of {Pair} did not start; trying again", pair);
            return false;
        }
    }

    private async Task Save(string pair)
    {
        try
        {
            await grains.GetGrain<IPairMakerGrain>(pair).Save();
        }
        catch (Exception error) when (error is UnknownPairException or PairOutOfServiceException)
        {
            // A maker of a pair that is no longer listed, or does not start, was never woken.
        }
        catch (Exception error)
        {
            logger.LogError(error, "The maker of {Pair} could not write its books", pair);
        }
    }
}
