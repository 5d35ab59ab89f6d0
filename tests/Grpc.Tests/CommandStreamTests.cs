using Grpc.Core;
using Grpc.Net.Client;
using MarketMaker.Grpc.Contract;

namespace MarketMaker.Grpc.Tests;

[Collection(RunningProcess.Name)]
public sealed class CommandStreamTests(GrpcFixture grpc)
{
    private const int Commands = 3 * GrpcLimits.MaxUnanswered;

    [Fact]
    public async Task Every_command_is_answered_once_under_its_correlation()
    {
        await grpc.Open(GrpcFixture.Pair, "fay");
        using var stream = grpc.Orders.Commands();
        var reading = ReadAll(stream);

        for (var i = 1; i <= Commands; i++)
            await stream.RequestStream.WriteAsync(Place("fay", (ulong)i, ticks: i));
        await stream.RequestStream.CompleteAsync();
        var answers = await reading;

        Assert.Equal(
            Enumerable.Range(1, Commands).Select(i => (ulong)i),
            answers.Select(answer => answer.Correlation).Order());
        Assert.All(answers, answer => Assert.Equal((Rejection.None, 1), (
            answer.Place.Rejection, answer.Place.RestingLots)));
        Assert.Equal(Commands, answers.Select(answer => answer.Place.Order).Distinct().Count());
    }

    [Fact]
    public async Task Each_kind_of_command_has_its_kind_of_answer()
    {
        await grpc.Open(GrpcFixture.Pair, "gus");
        using var stream = grpc.Orders.Commands();

        var placed = await Ask(stream, Place("gus", 1, ticks: 1_000));
        var amended = await Ask(stream, new Command
        {
            Correlation = 2,
            Amend = new AmendRequest
            {
                Pair = GrpcFixture.Pair,
                Account = "gus",
                Order = placed.Place.Order,
                PriceTicks = 1_002,
                QuantityLots = 7,
            },
        });
        var reduced = await Ask(stream, new Command
        {
            Correlation = 3,
            Reduce = new ReduceRequest
            {
                Pair = GrpcFixture.Pair,
                Account = "gus",
                Order = placed.Place.Order,
                ByLots = 3,
            },
        });
        var cancelled = await Ask(stream, new Command
        {
            Correlation = 4,
            Cancel = Requests.Cancel("gus", placed.Place.Order),
        });
        var rest = await Ask(stream, new Command
        {
            Correlation = 5,
            MassCancel = new MassCancelRequest { Pair = GrpcFixture.Pair, Account = "gus" },
        });

        Assert.Equal(7, amended.Amend.RestingLots);
        Assert.Equal(4, reduced.Reduce.RestingLots);
        Assert.Equal(
            new Answer { Correlation = 4, Cancel = new CancelReply { CancelledLots = 4 } },
            cancelled);
        Assert.Equal(new Answer { Correlation = 5, MassCancel = new MassCancelReply() }, rest);
    }

    [Fact]
    public async Task A_malformed_command_has_a_fault_for_an_answer_and_the_stream_goes_on()
    {
        await grpc.Open(GrpcFixture.Pair, "hal");
        using var stream = grpc.Orders.Commands();

        var empty = await Ask(stream, new Command { Correlation = 1 });
        var unnamed = await Ask(stream, Place("h a l", 2, ticks: 1_000));
        var sound = await Ask(stream, Place("hal", 3, ticks: 1_000));

        Assert.Equal((int)StatusCode.InvalidArgument, empty.Fault.Status);
        Assert.Equal((int)StatusCode.InvalidArgument, unnamed.Fault.Status);
        Assert.StartsWith("account must", unnamed.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, sound.Place.RestingLots);
    }

    [Fact]
    public async Task No_more_streams_are_opened_than_there_may_be()
    {
        using var first = GrpcChannel.ForAddress(grpc.Url);
        using var second = GrpcChannel.ForAddress(grpc.Url);
        var streams = new List<AsyncDuplexStreamingCall<Command, Answer>>();
        for (var i = 0; i < GrpcLimits.MaxCommandStreams; i++)
        {
            var client = new OrderEntry.OrderEntryClient(i % 2 == 0 ? first : second);
            streams.Add(client.Commands());
            await Ask(streams[^1], new Command { Correlation = 1 });
        }
        using var tooMany = grpc.Orders.Commands();

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => tooMany.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Contains(
            $"{GrpcLimits.MaxCommandStreams}", refused.Status.Detail, StringComparison.Ordinal);
        foreach (var stream in streams)
        {
            await stream.RequestStream.CompleteAsync();
            Assert.False(await stream.ResponseStream.MoveNext(CancellationToken.None));
            stream.Dispose();
        }
    }

    private static Command Place(string account, ulong correlation, long ticks) =>
        new()
        {
            Correlation = correlation,
            Place = Requests.Limit(account, Side.Buy, ticks, 1),
        };

    private static async Task<Answer> Ask(
        AsyncDuplexStreamingCall<Command, Answer> stream, Command command)
    {
        await stream.RequestStream.WriteAsync(command);
        Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
        return stream.ResponseStream.Current;
    }

    private static async Task<List<Answer>> ReadAll(
        AsyncDuplexStreamingCall<Command, Answer> stream)
    {
        var answers = new List<Answer>();
        await foreach (var answer in stream.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        return answers;
    }
}
