using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Wallets;

/// <summary>A transfer between the wallet and a pair, as a client asks for it.</summary>
public sealed record PairTransfer
{
    /// <summary>The client's name for it: a repeat of the same name moves nothing again.</summary>
    public string TransferId { get; init; } = "";

    /// <summary>A listed pair.</summary>
    public string Pair { get; init; } = "";

    /// <summary><c>to-pair</c> or <c>from-pair</c>.</summary>
    public string Direction { get; init; } = "";

    /// <summary>How much of the base asset, in whole lots.</summary>
    public AssetAmount Base { get; init; }

    /// <summary>How much of the quote asset, in whole steps of tick size × lot size.</summary>
    public AssetAmount Quote { get; init; }
}
