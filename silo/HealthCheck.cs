namespace MarketMaker.Silo;

/// <summary>The program as its own probe, for images that have nothing else to ask with.</summary>
internal static class HealthCheck
{
    private const string DefaultUrl = "http://localhost:8080/health/ready";

    /// <summary>Asks a running process whether it is ready.</summary>
    /// <param name="args">The URL to ask; none for the default port's.</param>
    /// <returns>0 when it is, 1 when not.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await client.GetAsync(new Uri(args is [var url] ? url : DefaultUrl));
            await Console.Out.WriteLineAsync($"{(int)answer.StatusCode} {answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error)
            when (error is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }
}
