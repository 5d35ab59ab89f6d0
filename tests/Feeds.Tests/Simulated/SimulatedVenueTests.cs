using System.Net.WebSockets;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Simulated;

public sealed class SimulatedVenueTests
{
    private readonly ManualSource _source = new();

    [Theory]
    [InlineData(
        """{"method":"SUBSCRIBE","params":["a@trade"],"id":1}""",
        """{"result":null,"id":1}""")]
    [InlineData(
        """{"method":"UNSUBSCRIBE","params":["never@there"],"id":"x"}""",
        """{"result":null,"id":"x"}""")]
    [InlineData(
        """{"method":"LIST_SUBSCRIPTIONS","id":3}""",
        """{"result":["btcusdt@bookTicker"],"id":3}""")]
    [InlineData(
        """{"params":[],"id":4}""",
        """{"code":2,"msg":"Invalid request: missing field \u0060method\u0060","id":4}""")]
    [InlineData(
        """{"method":"SUBSCRIBE","params":[1],"id":5}""",
        """{"code":2,"msg":"Invalid request: params must be an array of strings","id":5}""")]
    [InlineData(
        """{"method":"SUBSCRIBE","params":[],"id":-5}""",
        """{"code":2,"msg":"Invalid request: request ID must be an unsigned integer","""
        + "\"id\":null}")]
    [InlineData(
        """{"method":""",
        """{"code":3,"msg":"Invalid JSON: expected value at line 1 column 11","id":null}""")]
    public async Task Control_messages_are_answered_as_thevenue_does(string asked, string answer)
    {
        await using var venue = await StartAsync();
        using var client = await VenueClient.ConnectAsync(
            venue, "/stream?streams=btcusdt@bookTicker");

        Assert.Equal(answer, await client.AskAsync(asked));
    }

    [Fact]
    public async Task A_frame_reaches_its_subscribers_whole_or_as_bare_payload()
    {
        await using var venue = await StartAsync();
        using var combined = await VenueClient.ConnectAsync(venue, "/stream?streams=a@x/b@x");
        using var raw = await VenueClient.ConnectAsync(venue, "/ws/b@x/d@x");
        await venue.WaitForSubscribersAsync(["a@x", "d@x"]);

        await _source.PublishAsync(
            VenueFrame.Of("c@x", "{}"), VenueFrame.Of("b@x", """{"n":1}"""));

        Assert.Equal("""{"stream":"b@x","data":{"n":1}}""", await combined.ReceiveAsync());
        Assert.Equal("""{"n":1}""", await raw.ReceiveAsync());
    }

    [Fact]
    public async Task A_sixth_message_within_a_second_costs_the_connection()
    {
        await using var venue = await StartAsync();
        using var client = await VenueClient.ConnectAsync(venue, "/stream");
        for (var i = 0; i < 6; i++)
            await client.SendAsync("""{"method":"LIST_SUBSCRIPTIONS","id":1}""");

        while (await client.ReceiveAsync() is not null) { }

        Assert.Equal(
            (WebSocketCloseStatus.PolicyViolation, "Too many requests"),
            (client.CloseStatus, client.CloseReason));
    }

    [Fact]
    public async Task A_message_of_more_than_4096_bytes_costs_the_connection()
    {
        await using var venue = await StartAsync();
        using var client = await VenueClient.ConnectAsync(venue, "/stream");

        var answer = await client.AskAsync(new string('x', 4097));

        Assert.Equal((null, "Message too long"), (answer, client.CloseReason));
    }

    [Fact]
    public async Task More_than_1024_streams_are_refused()
    {
        await using var venue = await StartAsync();
        using var client = await VenueClient.ConnectAsync(venue, "/stream");
        string? answer = null;
        for (var message = 0; message < 4; message++)
        {
            var names = Enumerable.Range(message * 300, 300).Select(x => $"\"s{x}@t\"");
            answer = await client.AskAsync(
                $$"""{"method":"SUBSCRIBE","params":[{{string.Join(',', names)}}],"id":1}""");
        }

        Assert.Equal(
            """{"code":2,"msg":"Invalid request: too many parameters","id":1}""", answer);
    }

    [Fact]
    public async Task Okx_closes_a_connection_on_which_nothing_is_sent_and_answers_pings()
    {
        await using var venue = await StartAsync(
            new() { IdleTimeout = TimeSpan.FromMilliseconds(500) });
        using var client = await VenueClient.ConnectAsync(venue, "/ws/v5/public");

        var answer = await client.AskAsync("ping");
        var end = await client.ReceiveAsync();

        Assert.Equal(
            ("pong", null, 4004, "No data within 0.5 s"),
            (answer, end, (int)client.CloseStatus!, client.CloseReason));
    }

    [Fact]
    public async Task Okx_tells_a_client_that_does_not_keep_up()
    {
        await using var venue = await StartAsync(
            new() { QueueLength = 1, SlowReaderTimeout = TimeSpan.FromMilliseconds(10) });
        using var client = await VenueClient.ConnectAsync(venue, "/ws/v5/public");
        await client.AskAsync("""
            {"op":"subscribe","args":[{"channel":"bbo-tbt","instId":"A-B"}]}
            """);
        var frame = VenueFrame.OfOkx("A-B", new string(' ', 60_000));
        // More than the system keeps for two sockets.
        for (var i = 0; i < 500; i++)
            await _source.PublishAsync(frame);

        while (await client.ReceiveAsync() is not null) { }

        Assert.Equal((4005, "Slow consumer"), ((int)client.CloseStatus!, client.CloseReason));
    }

    [Fact]
    public async Task A_client_that_leaves_is_let_go_politely()
    {
        await using var venue = await StartAsync();
        using var client = await VenueClient.ConnectAsync(venue, "/stream");

        await client.CloseAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
    }

    [Fact]
    public async Task Another_path_is_not_found()
    {
        await using var venue = await StartAsync();
        var error = await Assert.ThrowsAsync<WebSocketException>(
            () => VenueClient.ConnectAsync(venue, "/other"));

        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    private async Task<SimulatedVenue> StartAsync(SimulatedVenueOptions? options = null)
    {
        var venue = new SimulatedVenue(_source, options);
        await venue.StartAsync();
        return venue;
    }
}
