using System.Threading.Channels;
using Grpc.Core;

namespace MarketMaker.Grpc.Orders;

/// <summary>One client's stream of commands: many under way at once, each answered when it is
/// done.</summary>
/// <remarks>A command takes a seat when it is read and frees it when its answer is written. With
/// all seats taken the next command is not read, and the connection's flow control holds the
/// client back: nothing is kept but <see cref="GrpcLimits.MaxUnanswered"/> answers.</remarks>
internal sealed class CommandStream(
    OrderCommands commands, IServerStreamWriter<Contract.Answer> client) : IDisposable
{
    private readonly SemaphoreSlim _seats = new(GrpcLimits.MaxUnanswered);
    private readonly Channel<Contract.Answer> _answers =
        Channel.CreateUnbounded<Contract.Answer>(
            new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Runs until the client has sent its last command and has its last answer.</summary>
    public async Task Run(
        IAsyncStreamReader<Contract.Command> requests, CancellationToken cancellation)
    {
        var writing = Write(cancellation);
        try
        {
            await foreach (var command in requests.ReadAllAsync(cancellation))
            {
                await _seats.WaitAsync(cancellation);
                _ = Answer(command, cancellation);
            }
            // Whoever holds all seats waits for nobody.
            for (var seat = 0; seat < GrpcLimits.MaxUnanswered; seat++)
                await _seats.WaitAsync(cancellation);
        }
        finally
        {
            _answers.Writer.TryComplete();
        }
        await writing;
    }

    /// <inheritdoc/>
    public void Dispose() => _seats.Dispose();

    private async Task Answer(Contract.Command command, CancellationToken cancellation) =>
        _answers.Writer.TryWrite(await commands.Answer(command, cancellation));

    private async Task Write(CancellationToken cancellation)
    {
        await foreach (var answer in _answers.Reader.ReadAllAsync(cancellation))
        {
            await client.WriteAsync(answer, cancellation);
            _seats.Release();
        }
    }
}
