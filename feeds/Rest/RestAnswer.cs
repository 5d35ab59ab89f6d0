namespace MarketMaker.Feeds.Rest;

/// <summary>A venue's answer.</summary>
/// <param name="IsSuccess">Whether its status was 2xx; otherwise it was 400, which tells of an
/// unknown symbol.</param>
/// <param name="Body">The JSON.</param>
internal readonly record struct RestAnswer(bool IsSuccess, byte[] Body);
