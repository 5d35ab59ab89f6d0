namespace MarketMaker.Engine.Quotes;

/// <summary>Why a ladder is wider and smaller than the rule wanted it.</summary>
public enum MarkUpReason : byte
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>The reference price is made of one source of several.</summary>
    SingleSource,
}
