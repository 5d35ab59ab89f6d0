using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tapes;

/// <summary>Reads Binance's recorded frames, with the adapter's own parsing and its rules: an
/// older update id is stale, a bid at or above the ask is crossed.</summary>
internal sealed class BinanceFrames
{
    private readonly Dictionary<string, TapeSymbol[]>.AlternateLookup<ReadOnlySpan<byte>> _symbols;

    public BinanceFrames(IEnumerable<Instrument> instruments) =>
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
        var frame = BinanceFrame.Read(utf8);
        return frame.Kind switch
        {
            MessageKind.Quote => ReadQuote(in frame, at, events),
            MessageKind.Heartbeat => ReadDepth(in frame, at, events),
            MessageKind.Trade => ReadTrade(utf8, at, events),
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
            if (frame.Sequence <= symbol.LastUpdateId)
                return TapeFrame.Stale;
            symbol.LastUpdateId = frame.Sequence;
            if (reading == QuoteReading.Crossed)
                return TapeFrame.Crossed;
            events.Add(symbol.Event(VenueEvent.OfQuote(at, symbol.Source, quote)));
        }
        return TapeFrame.Event;
    }

    private TapeFrame ReadDepth(in VenueMessage frame, Instant at, List<TapeEvent> events)
    {
        if (!_symbols.TryGetValue(frame.Symbol, out var symbols))
            return TapeFrame.Ignored;
        foreach (var symbol in symbols)
            events.Add(symbol.Event(VenueEvent.OfHeartbeat(at, symbol.Source)));
        return TapeFrame.Event;
    }

    private TapeFrame ReadTrade(ReadOnlySpan<byte> utf8, Instant at, List<TapeEvent> events)
    {
        var trade = BinanceTrade.Read(utf8);
        if (!trade.IsComplete)
            return TapeFrame.Damaged;
        if (!_symbols.TryGetValue(trade.Symbol, out var symbols))
            return TapeFrame.Ignored;
        var aggressor = trade.BuyerIsMaker ? Side.Sell : Side.Buy;
        foreach (var symbol in symbols)
        {
            if (!symbol.Scale.TryRead(trade.Price, trade.Quantity, out var price, out var size))
                return TapeFrame.Damaged;
            events.Add(symbol.Event(
                VenueEvent.OfTrade(at, symbol.Source, price, size, aggressor)));
        }
        return TapeFrame.Event;
    }
}
