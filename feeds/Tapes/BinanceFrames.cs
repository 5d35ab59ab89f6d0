using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;

namespace MarketMaker.Feeds.Tapes;

/// <summary>Reads Binance's recorded frames, with the adapter's own parsing and its rules: an
/// older update id is stale, a bid at or above the ask is crossed.</summary>
internal sealed class BinanceFrames
{
    private readonly Dictionary<string, TapeSymbol>.AlternateLookup<ReadOnlySpan<byte>> _symbols;

    /// <exception cref="ArgumentException">A symbol is two pairs'.</exception>
    public BinanceFrames(IEnumerable<Instrument> instruments) =>
        _symbols = instruments
            .ToDictionary(
                instrument => instrument.Symbol,
                instrument => new TapeSymbol(instrument),
                SymbolComparer.Instance)
            .GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Reads a frame; never throws.</summary>
    public TapeFrame Read(ReadOnlySpan<byte> utf8, Instant at, out TapeEvent read)
    {
        read = default;
        var frame = BinanceFrame.Read(utf8);
        return frame.Kind switch
        {
            FrameKind.BookTicker => ReadQuote(in frame, at, out read),
            FrameKind.Depth => ReadDepth(in frame, at, out read),
            FrameKind.Other when frame.Event.SequenceEqual("trade"u8) =>
                ReadTrade(utf8, at, out read),
            FrameKind.Malformed => TapeFrame.Damaged,
            _ => TapeFrame.Ignored,
        };
    }

    private TapeFrame ReadQuote(in BinanceFrame frame, Instant at, out TapeEvent read)
    {
        read = default;
        if (!_symbols.TryGetValue(frame.Symbol, out var symbol))
            return TapeFrame.Ignored;
        var reading = symbol.Scale.Read(in frame, out var quote);
        if (reading == QuoteReading.Malformed)
            return TapeFrame.Damaged;
        if (frame.UpdateId <= symbol.LastUpdateId)
            return TapeFrame.Stale;
        symbol.LastUpdateId = frame.UpdateId;
        if (reading == QuoteReading.Crossed)
            return TapeFrame.Crossed;
        read = new(symbol.Instrument.Pair, VenueEvent.OfQuote(at, 0, quote));
        return TapeFrame.Event;
    }

    private TapeFrame ReadDepth(in BinanceFrame frame, Instant at, out TapeEvent read)
    {
        read = default;
        if (!_symbols.TryGetValue(frame.Symbol, out var symbol))
            return TapeFrame.Ignored;
        read = new(symbol.Instrument.Pair, VenueEvent.OfHeartbeat(at, 0));
        return TapeFrame.Event;
    }

    private TapeFrame ReadTrade(ReadOnlySpan<byte> utf8, Instant at, out TapeEvent read)
    {
        read = default;
        var trade = BinanceTrade.Read(utf8);
        if (!trade.IsComplete)
            return TapeFrame.Damaged;
        if (!_symbols.TryGetValue(trade.Symbol, out var symbol))
            return TapeFrame.Ignored;
        if (!symbol.Scale.TryRead(trade.Price, trade.Quantity, out var price, out var quantity))
            return TapeFrame.Damaged;
        var aggressor = trade.BuyerIsMaker ? Side.Sell : Side.Buy;
        read = new(
            symbol.Instrument.Pair, VenueEvent.OfTrade(at, 0, price, quantity, aggressor));
        return TapeFrame.Event;
    }
}
