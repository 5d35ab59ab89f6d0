using MarketMaker.Engine.Book;
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

    private ValueTask<IReadOnlyList<string>> MadePairs() =>
        grains.GetGrain<IDirectoryGrain>(IDirectoryGrain.Pairs).List();

    private async Task Trade(PairListing listing, CancellationToken stopping)
    {
        var pair = listing.Spec.Id.ToString();
        var engine = grains.GetGrain<IMatchingEngineGrain>(pair);
        var flow = new CustomerFlow(
            settings.Seed, listing.Spec.QuantityRoundedDown(listing.Defaults.Size));
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
                if (flow.Next(await engine.GetBook(1)) is { } order)
                    await Send(engine, order, flow.Patience(), stopping);
            }
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(error, "The simulated customers of {Pair} failed; they begin anew", pair);
        }
    }

    private async Task Send(
        IMatchingEngineGrain engine, NewOrder order, TimeSpan patience, CancellationToken stopping)
    {
        var reply = await engine.Place(order);
        if (reply.Result.Resting > Quantity.Zero)
            _ = TakeBack(engine, order.Account, reply.Result.Id, patience, stopping);
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
            await Task.Delay(patience, time, stopping);
            await engine.Cancel(account, id);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(error, "A simulated customer could not take {Order} back", id);
        }
        catch (OperationCanceledException)
        {
            // The process stops; a resting order is the book's to keep.
        }
    }
}
