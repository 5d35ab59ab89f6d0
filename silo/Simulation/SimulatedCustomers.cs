using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Silo.Simulation;

/// <summary>Trades on every pair that has a maker, through the same door as real customers, so
/// that there is something to see.</summary>
internal sealed class SimulatedCustomers(
    IGrainFactory grains,
    PairCatalogue catalogue,
    SimulationSettings settings,
    TimeProvider time,
    ILogger<SimulatedCustomers> logger) : BackgroundService
{
    private static readonly TimeSpan _lookInterval = TimeSpan.FromSeconds(1);

    /// <summary>How much each customer is given: so many times the maker's capital.</summary>
    private const int Wealth = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        logger.LogWarning("CUSTOMERS ARE SIMULATED: they trade on every pair that has a maker");
        var flows = new Dictionary<string, Task>();
        using var timer = new PeriodicTimer(_lookInterval, time);
        try
        {
            do
            {
                foreach (var pair in await MadePairs())
                {
                    if (!flows.TryGetValue(pair, out var flow) || flow.IsCompleted)
                        flows[pair] = Trade(catalogue.Get(PairId.Parse(pair)), stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(flows.Values);
        }
    }

    private ValueTask<IReadOnlyList<string>> MadePairs() =>
        grains.GetGrain<IDirectoryGrain>(IDirectoryGrain.Pairs).List();

    private async Task Trade(PairListing listing, CancellationToken stopping)
    {
        var pair = listing.Spec.Id.ToString();
        var engine = grains.GetGrain<IMatchingEngineGrain>(pair);
        var flow = new CustomerFlow(
            settings.Seed, listing.Spec.QuantityRoundedDown(listing.Defaults.Size));
        var leaving = new List<Task>();
        try
        {
            foreach (var account in CustomerFlow.Accounts)
            {
                await engine.OpenAccount(
                    account,
                    new Quantity(listing.BaseCapital.Lots * Wealth),
                    new Notional(listing.QuoteCapital.TickLots * Wealth));
            }
            while (true)
            {
                await Task.Delay(flow.Wait(), time, stopping);
                if (flow.Next(await engine.GetBook(1)) is not { } order)
                    continue;
                var placed = (await engine.Place(order)).Result;
                leaving.RemoveAll(task => task.IsCompleted);
                if (placed.Resting > Quantity.Zero)
                    leaving.Add(
                        TakeBack(engine, order.Account, placed.Id, flow.Patience(), stopping));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(leaving);
        }
        catch (Exception error)
        {
            logger.LogError(
                error, "The simulated customers of {Pair} failed; they begin anew", pair);
        }
    }

    private async Task TakeBack(
        IMatchingEngineGrain engine,
        AccountId account,
        OrderId id,
        TimeSpan patience,
        CancellationToken stopping)
    {
        try
        {
            // When the process stops they leave at once: the prices begin anew with the next one.
            await Task.Delay(patience, time, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await engine.Cancel(account, id);
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "A simulated customer could not take {Order} back", id);
        }
    }
}
