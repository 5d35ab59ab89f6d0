namespace MarketMaker.Feeds.Rest;

/// <summary>A venue did not answer as it should.</summary>
/// <param name="message">What came instead.</param>
/// <param name="retryAfter">How long the venue wants to be left alone; null if it did not say.
/// </param>
/// <param name="isTooOften">Whether it said that we come too often: 429 or 418.</param>
/// <param name="inner">The cause.</param>
internal sealed class RestException(
    string message, TimeSpan? retryAfter = null, bool isTooOften = false, Exception? inner = null)
    : Exception(message, inner)
{
    public TimeSpan? RetryAfter => retryAfter;

    public bool IsTooOften => isTooOften;
}
