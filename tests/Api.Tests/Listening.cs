using System.Net.ServerSentEvents;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

/// <summary>Waits on the event stream, as the page does, for what must come.</summary>
internal static class Listening
{
    /// <summary>Far longer than any of it takes: only what never comes reaches it.</summary>
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);

    /// <summary>The first event of a pair that satisfies a condition.</summary>
    public static async Task<JsonElement> WaitFor(
        this HttpClient client, string pair, Func<JsonElement, bool> condition)
    {
        var last = "nothing";
        using var deadline = new CancellationTokenSource(_deadline);
        try
        {
            await foreach (var pairs in client.Listen(deadline.Token))
            {
                foreach (var state in pairs.GetProperty("pairs").EnumerateArray())
                {
                    if (state.Text("pair") != pair)
                        continue;
                    last = state.GetRawText();
                    if (state.GetProperty("problem").ValueKind == JsonValueKind.Null
                        && condition(state))
                        return state;
                }
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // Said below, with what came instead.
        }
        throw new TimeoutException($"{pair} did not get there; last heard: {last}");
    }

    /// <summary>The events, until the server or the token ends them.</summary>
    public static async IAsyncEnumerable<JsonElement> Listen(
        this HttpClient client,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = await client.GetStreamAsync(
            new Uri("/events", UriKind.Relative), cancellation);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation))
        {
            Assert.Equal("pairs", item.EventType);
            yield return JsonSerializer.Deserialize<JsonElement>(item.Data);
        }
    }

    /// <summary>Whether both sides of a pair are quoted.</summary>
    public static bool IsQuoting(JsonElement state) =>
        state.GetProperty("status").GetProperty("quoting").GetBoolean();
}
