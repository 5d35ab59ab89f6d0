namespace MarketMaker.Engine.Tests.Reference;

/// <summary>What an account owns, reserved or not.</summary>
internal sealed class NaiveAccount
{
    public long Base { get; set; }

    public long Quote { get; set; }

    /// <summary>Whose it is: a group's number, or its own name.</summary>
    public required string Group { get; set; }
}
