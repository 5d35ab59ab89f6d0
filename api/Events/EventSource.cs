using MarketMaker.Api.Books;
using MarketMaker.Api.Inventory;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Statistics;
using MarketMaker.Api.Trades;
using MarketMaker.GrainInterfaces;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.Events;

/// <summary>Asks every pair that has a maker how it is.</summary>
internal sealed class EventSource(
    Markets markets, IOptions<ApiOptions> options, TimeProvider time, ILogger<EventSource> log)
{
    /// <summary>Asks once. A pair that does not answer in
    /// <see cref="ApiLimits.EventPatience"/> does not hold up the others.</summary>
    public async Task<PairsEvent> Read(CancellationToken cancellationToken)
    {
        var reads = new List<Task<PairEvent>>();
        foreach (var name in await markets.ListActive())
        {
            if (markets.TryFind(name, out var market))
                reads.Add(ReadOrExplain(market, cancellationToken));
        }
        return new PairsEvent(
            time.GetUtcNow(), options.Value.SimulationNotice, await Task.WhenAll(reads));
    }

    private async Task<PairEvent> ReadOrExplain(
        Market market, CancellationToken cancellationToken)
    {
        try
        {
            return await Read(market).WaitAsync(ApiLimits.EventPatience, time, cancellationToken);
        }
        catch (PairOutOfServiceException exception)
        {
            return new PairEvent(market.Name, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(exception, "{Pair} did not answer for an event", market.Name);
            return new PairEvent(market.Name, "The pair does not answer.");
        }
    }

    private static async Task<PairEvent> Read(Market market)
    {
        var spec = market.Spec;
        var status = market.Maker.GetStatus();
        var inventory = market.Maker.GetInventory();
        var made = market.Maker.GetStatistics();
        var book = market.Engine.GetBook(ApiLimits.EventLevels);
        var traded = market.Engine.GetStatistics();
        var page = market.Engine.GetLatestFills(ApiLimits.EventTrades);
        var trades = (await page).Fills.Reverse();
        return new PairEvent(
            market.Name,
            null,
            PairDocument.From(spec, await status),
            BookDocument.From(spec, await book),
            InventoryDocument.From(spec, await inventory),
            StatisticsDocument.From(spec, await traded, await made),
            [.. trades.Select(fill => TradeDocument.From(spec, fill))]);
    }
}
