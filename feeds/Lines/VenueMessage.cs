namespace MarketMaker.Feeds.Lines;

/// <summary>What a frame says, in the same words for every venue: slices of its bytes, valid as
/// long as those are.</summary>
internal ref struct VenueMessage
{
    /// <summary>What the frame is; the other fields have a meaning where their kind has.</summary>
    public MessageKind Kind;

    /// <summary>The venue's name of the pair; empty if the frame speaks of none.</summary>
    public ReadOnlySpan<byte> Symbol;

    /// <summary>Grows with each change of what the frame tells of its symbol; the same on every
    /// line.</summary>
    public long Sequence;

    /// <summary>The venue's own time, in ms since 1970; 0 if it is not said.</summary>
    public long EventTime;

    /// <summary>The best bid, a decimal string.</summary>
    public ReadOnlySpan<byte> Bid;

    /// <summary>What is wanted at the best bid, a decimal string.</summary>
    public ReadOnlySpan<byte> BidSize;

    /// <summary>The best ask, a decimal string.</summary>
    public ReadOnlySpan<byte> Ask;

    /// <summary>What is offered at the best ask, a decimal string.</summary>
    public ReadOnlySpan<byte> AskSize;

    /// <summary>The number of the control message that is answered; 0 if it is not said.</summary>
    public long RequestId;

    /// <summary>The venue's code of a refusal or notice.</summary>
    public long Code;

    /// <summary>The venue's words of a refusal or notice.</summary>
    public ReadOnlySpan<byte> Text;
}
