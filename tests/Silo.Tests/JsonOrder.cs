namespace MarketMaker.Silo.Tests;

/// <summary>An order as the API takes it.</summary>
internal sealed record JsonOrder(
    string Account, string Side, string Type, string? Price, string Size, string ClientOrderId);
