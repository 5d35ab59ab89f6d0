namespace MarketMaker.Api.Safeguards;

/// <summary>Why a market is halted.</summary>
public sealed record HaltRequest
{
    /// <summary>For people, 1 to 200 characters.</summary>
    public string? Reason { get; init; }
}
