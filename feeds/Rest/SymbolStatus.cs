using MarketMaker.Engine.Market;

namespace MarketMaker.Feeds.Rest;

/// <summary>What a venue's list of instruments says of a symbol.</summary>
/// <param name="Reason">What is the matter with it; null if it trades.</param>
/// <param name="Word">The venue's own word, such as <c>TRADING</c> or <c>HALT</c>.</param>
internal readonly record struct SymbolStatus(SourceReason? Reason, string Word)
{
    /// <summary>The list does not have it.</summary>
    public static SymbolStatus Unknown { get; } = new(SourceReason.UnknownSymbol, "not listed");

    /// <summary>The list has it.</summary>
    public static SymbolStatus Listed(string word, string trading) => new(
        string.Equals(word, trading, StringComparison.Ordinal) ? null : SourceReason.NotTrading,
        word);
}
