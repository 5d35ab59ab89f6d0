using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Wallets;

/// <summary>A deposit or a withdrawal, as a client asks for it.</summary>
public sealed record FundsMovement
{
    /// <summary>The client's name for it: a repeat of the same name moves nothing again.</summary>
    public string TransferId { get; init; } = "";

    /// <summary>An asset of a listed pair.</summary>
    public string Asset { get; init; } = "";

    /// <summary>How much, more than 0.</summary>
    public AssetAmount Amount { get; init; }
}
