using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;

namespace MarketMaker.Feeds.Tapes;

/// <summary>Reads recorded frames of Binance and OKX, with the adapters' own parsing and rules: an
/// older number is stale, a bid at or above the ask is crossed. Whose a frame is, its shape tells.
/// </summary>
internal sealed class VenueFrames
{
    private readonly Dictionary<string, TapeSymbol[]>.AlternateLookup<ReadOnlySpan<byte>> _symbols;

    public VenueFrames(IEnumerable<Instrument> instruments) =>
        _symbols = instruments
            .GroupBy(instrument => instrument.Symbol, StringComparer.Ordinal)
            .ToDictionary(
                named => named.Key,
                named => named.Select(instrument => new TapeSymbol(instrument)).ToArray(),
                SymbolComparer.Instance)
            .GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Reads a frame; never throws.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="at">When it was heard.</param>
    /// <param name="events">Gets an event of each pair that follows the symbol.</param>
    public TapeFrame Read(ReadOnlySpan<byte> utf8, Instant at, List<TapeEvent> events)
    {
        var isOkx = utf8.IndexOf("\"arg\""u8) >= 0 || utf8.SequenceEqual("pong"u8);
        var frame = isOkx ? OkxFrame.Read(utf8) : BinanceFrame.Read(utf8);
        return frame.Kind switch
        {
            MessageKind.Quote => ReadQuote(in frame, at, events),
            MessageKind.Heartbeat => ReadHeartbeat(in frame, at, events),
            MessageKind.Trade => isOkx
                ? ReadOkxTrades(utf8, at, events)
                : ReadBinanceTrade(utf8, at, events),
            MessageKind.Malformed => TapeFrame.Damaged,
            _ => TapeFrame.Ignored,
        };
    }

    private TapeFrame ReadQuote(in VenueMessage frame, Instant at, List<TapeEvent> events)
    {
        if (!_symbols.TryGetValue(frame.Symbol, out var symbols))
            return TapeFrame.Ignored;
        foreach (var symbol in symbols)
        {
            var reading = symbol.Scale.Read(in frame, out var quote);
            if (reading == QuoteReading.Malformed)
                return TapeFrame.Damaged;
            var arrival = symbol.Mark.Take(frame.Sequence, frame.EventTime, line: 0);
            if (arrival is Arrival.Stale or Arrival.Repeat)
                return TapeFrame.Stale;
            if (reading == QuoteReading.Crossed)
                return TapeFrame.Crossed;
            events.Add(symbol.Event(
                arrival == Arrival.News
                    ? VenueEvent.OfQuote(at, symbol.Source, quote)
                    : VenueEvent.OfHeartbeat(at, symbol.Source)));
        }
        return TapeFrame.Event;
    }

    private TapeFrame ReadHeartbeat(in VenueMessage frame, Instant at, List<TapeEvent> events)
    {
        if (!_symbols.TryGetValue(frame.Symbol, out var symbols))
            return TapeFrame.Ignored;
        foreach (var symbol in symbols)
            events.Add(symbol.Event(VenueEvent.OfHeartbeat(at, symbol.Source)));
        return TapeFrame.Event;
    }

    private TapeFrame ReadBinanceTrade(
        ReadOnlySpan<byte> utf8, Instant at, List<TapeEvent> events)
    {
        var trade = BinanceTrade.Read(utf8);
        if (!trade.IsComplete)
            return TapeFrame.Damaged;
        var aggressor = trade.BuyerIsMaker ? Side.Sell : Side.Buy;
        return Add(trade.Symbol, trade.Price, trade.Quantity, aggressor, at, events);
    }

    private TapeFrame ReadOkxTrades(
        ReadOnlySpan<byte> utf8, Instant at, List<TapeEvent> events)
    {
        var trades = new OkxTrades(utf8);
        var worst = TapeFrame.Damaged;
        while (trades.MoveNext())
        {
            var aggressor = trades.IsBuy ? Side.Buy : Side.Sell;
            worst = Add(trades.Symbol, trades.Price, trades.Quantity, aggressor, at, events);
            if (worst != TapeFrame.Event)
                break;
        }
        return worst;
    }

    private TapeFrame Add(
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> priceText,
        ReadOnlySpan<byte> quantityText,
        Side aggressor,
        Instant at,
        List<TapeEvent> events)
    {
        if (!_symbols.TryGetValue(name, out var symbols))
            return TapeFrame.Ignored;
        foreach (var symbol in symbols)
        {
            if (!symbol.Scale.TryRead(priceText, quantityText, out var price, out var quantity))
                return TapeFrame.Damaged;
            events.Add(symbol.Event(
                VenueEvent.OfTrade(at, symbol.Source, price, quantity, aggressor)));
        }
        return TapeFrame.Event;
    }
}
