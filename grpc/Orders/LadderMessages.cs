using Google.Protobuf.Collections;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grpc.Failures;

namespace MarketMaker.Grpc.Orders;

/// <summary>Reads a ladder in the engine's terms, and says what became of it.</summary>
/// <remarks>Whether prices and quantities are in range and in order is the engine's to say.
/// </remarks>
internal static class LadderMessages
{
    /// <summary>Reads a ladder.</summary>
    /// <exception cref="MalformedRequestException">A field is not what it must be.</exception>
    public static MassQuote Read(Contract.MassQuoteRequest request) => new(
        OrderReader.ReadCustomer(request.Account),
        AtLeastZero("epoch", request.Epoch),
        AtLeastZero("sequence", request.Sequence),
        Read("bids", Side.Buy, request.Bids),
        Read("asks", Side.Sell, request.Asks),
        PauseReason.None)
    {
        Lease = ReadLease(request),
    };

    /// <summary>What became of a ladder.</summary>
    public static Contract.MassQuoteReply ToWire(MassQuoteReply reply) => new()
    {
        Rejection = Rejections.ToWire(reply.Rejection),
        RejectedAt = reply.RejectedAt,
        Market = reply.Market,
        LastTrade = reply.LastFill,
        Quotes = { reply.Reports.Select(ToWire) },
    };

    private static Contract.QuoteReport ToWire(QuoteReport report) => new()
    {
        Rejection = Rejections.ToWire(report.Rejection),
        Order = report.Rests ? report.Id.Value : 0,
        Side = OrderWriter.ToWire(report.Wanted.Side),
        PriceTicks = report.Price.Ticks,
        QuantityLots = report.Wanted.Quantity.Lots,
    };

    private static long AtLeastZero(string field, long value) =>
        value >= 0 ? value : throw new MalformedRequestException(field, "be 0 or more");

    private static QuoteLease ReadLease(Contract.MassQuoteRequest request)
    {
        var longest = (int)QuoteLease.Longest.TotalMilliseconds;
        return request.LeaseMs >= 1 && request.LeaseMs <= longest
            ? new QuoteLease(request.Market, TimeSpan.FromMilliseconds(request.LeaseMs))
            : throw new MalformedRequestException("lease_ms", $"be from 1 to {longest}");
    }

    private static Quote[] Read(
        string field, Side side, RepeatedField<Contract.Quote> levels)
    {
        if (levels.Count > MatchingEngine.MaxQuotesPerSide)
        {
            throw new MalformedRequestException(
                field, $"have at most {MatchingEngine.MaxQuotesPerSide} levels");
        }
        var quotes = new Quote[levels.Count];
        for (var i = 0; i < quotes.Length; i++)
        {
            quotes[i] = new Quote(
                side, new Price(levels[i].PriceTicks), new Quantity(levels[i].QuantityLots));
        }
        return quotes;
    }
}
