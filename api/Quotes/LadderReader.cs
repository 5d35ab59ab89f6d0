using MarketMaker.Api.Orders;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Quotes;

/// <summary>Turns a request into a mass quote in the pair's own ticks and lots.</summary>
internal static class LadderReader
{
    /// <summary>Reads a ladder.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="spec">What the pair trades in.</param>
    /// <param name="errors">Takes everything that is wrong; the ladder means nothing then.</param>
    public static MassQuote Read(
        AccountId owner, LadderRequest request, PairSpec spec, List<FieldError> errors)
    {
        var lease = ReadLease(request, errors);
        var bids = ReadSide("bids", Side.Buy, request.Bids, spec, errors);
        var asks = ReadSide("asks", Side.Sell, request.Asks, spec, errors);
        return new MassQuote(
            owner,
            ReadNumber("epoch", request.Epoch, errors),
            ReadNumber("sequence", request.Sequence, errors),
            bids,
            asks,
            PauseReason.None)
        {
            Lease = lease,
        };
    }

    private static long ReadNumber(string field, long? value, List<FieldError> errors)
    {
        if (value is null or < 0)
            errors.Add(new FieldError(field, $"{field} must be a whole number from 0."));
        return value.GetValueOrDefault();
    }

    private static QuoteLease ReadLease(LadderRequest request, List<FieldError> errors)
    {
        var longest = (int)QuoteLease.Longest.TotalMilliseconds;
        if (request.LeaseMilliseconds is not { } length || length < 1 || length > longest)
        {
            errors.Add(new FieldError(
                "leaseMilliseconds", $"leaseMilliseconds must be from 1 to {longest}."));
            return default;
        }
        return new QuoteLease(
            request.Market.GetValueOrDefault(), TimeSpan.FromMilliseconds(length));
    }

    private static Quote[] ReadSide(
        string field,
        Side side,
        IReadOnlyList<QuoteLevel> levels,
        PairSpec spec,
        List<FieldError> errors)
    {
        if (levels.Count > MatchingEngine.MaxQuotesPerSide)
        {
            errors.Add(new FieldError(
                field, $"{field} must have at most {MatchingEngine.MaxQuotesPerSide} levels."));
            return [];
        }
        var quotes = new Quote[levels.Count];
        for (var i = 0; i < quotes.Length; i++)
        {
            var price = OrderAmounts.ReadPrice(
                $"{field}[{i}].price", levels[i].Price, spec, errors);
            var size = OrderAmounts.ReadSize($"{field}[{i}].size", levels[i].Size, spec, errors);
            quotes[i] = new Quote(side, price, size.GetValueOrDefault());
        }
        return quotes;
    }
}
