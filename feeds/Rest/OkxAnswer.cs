namespace MarketMaker.Feeds.Rest;

/// <summary>The envelope of OKX's answers.</summary>
/// <param name="Code">0 for success; 51001 for an unknown instrument.</param>
/// <param name="Msg">What is wrong.</param>
/// <param name="Data">The entries.</param>
internal sealed record OkxAnswer<T>(string Code, string Msg, IReadOnlyList<T> Data);
