namespace MarketMaker.Engine.Tests.Reference;

/// <summary>What an account owns, reserved or not.</summary>
internal sealed class NaiveAccount
{
    public long Base { get; set; }

    public long Quote { get; set; }
}
