namespace MarketMaker.Engine.Accounts;

/// <summary>How far a transfer has come. The numbers are stored and never change their meaning.
/// </summary>
public enum TransferStatus : byte
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>It is written down, and the pair's answer has not come yet.</summary>
    InFlight = 1,

    /// <summary>The funds have moved.</summary>
    Done = 2,

    /// <summary>No funds have moved, and none will.</summary>
    Refused = 3,
}
