using System.Net;

namespace MarketMaker.Feeds.Rest;

/// <summary>Asks a venue, within its weight.</summary>
/// <remarks>An answer may have 1 MiB and must come within 5 s.</remarks>
internal sealed class RestClient : IDisposable
{
    /// <summary>The most bytes of an answer.</summary>
    public const int MaxAnswer = 1024 * 1024;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly WeightBudget _budget;
    private readonly TimeProvider _time;

    public RestClient(Uri url, WeightBudget budget, TimeProvider time)
    {
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AutomaticDecompression = DecompressionMethods.All,
                AllowAutoRedirect = false,
                ConnectTimeout = _timeout,
            })
        {
            BaseAddress = url,
            Timeout = _timeout,
            MaxResponseContentBufferSize = MaxAnswer,
        };
        _budget = budget;
        _time = time;
    }

    /// <summary>Asks, as soon as the weight allows it.</summary>
    /// <exception cref="RestException">The venue could not be reached, or answered neither 2xx nor
    /// 400.</exception>
    public async Task<RestAnswer> GetAsync(RestCall call, CancellationToken cancel)
    {
        while (!_budget.TrySpend(call.Weight, out var wait))
            await Task.Delay(wait, _time, cancel);
        try
        {
            using var answer = await _http.GetAsync(call.Path, cancel);
            if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.BadRequest)
                throw Refusal(answer);
            return new RestAnswer(
                answer.IsSuccessStatusCode, await answer.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (HttpRequestException error)
        {
            throw new RestException(error.Message, inner: error);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new RestException($"no answer within {_timeout}", inner: error);
        }
    }

    public void Dispose() => _http.Dispose();

    private RestException Refusal(HttpResponseMessage answer)
    {
        var retry = answer.Headers.RetryAfter;
        var wish = retry?.Delta ?? (retry?.Date is { } date ? date - _time.GetUtcNow() : null);
        return new RestException(
            $"HTTP {(int)answer.StatusCode}", wish, (int)answer.StatusCode is 418 or 429);
    }
}
