namespace MarketMaker.Feeds.Tests;

/// <summary>Turns a hanging test into a failing one; nothing is measured against it.</summary>
internal static class Hang
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);
}
