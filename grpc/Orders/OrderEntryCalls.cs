using Grpc.Core;
using MarketMaker.Grpc.Failures;

namespace MarketMaker.Grpc.Orders;

/// <summary>The calls of the contract's OrderEntry.</summary>
internal sealed class OrderEntryCalls(OrderCommands commands) : Contract.OrderEntry.OrderEntryBase
{
    private readonly StreamSeats _streams = new(GrpcLimits.MaxCommandStreams, "commands");

    /// <inheritdoc/>
    public override Task<Contract.PlaceReply> Place(
        Contract.PlaceRequest request, ServerCallContext context) =>
        commands.Place(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contract.PlaceReply> Amend(
        Contract.AmendRequest request, ServerCallContext context) =>
        commands.Amend(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contract.CancelReply> Cancel(
        Contract.CancelRequest request, ServerCallContext context) =>
        commands.Cancel(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contract.PlaceReply> Reduce(
        Contract.ReduceRequest request, ServerCallContext context) =>
        commands.Reduce(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contract.MassCancelReply> MassCancel(
        Contract.MassCancelRequest request, ServerCallContext context) =>
        commands.MassCancel(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contract.MassQuoteReply> MassQuote(
        Contract.MassQuoteRequest request, ServerCallContext context) =>
        commands.MassQuote(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task Commands(
        IAsyncStreamReader<Contract.Command> requestStream,
        IServerStreamWriter<Contract.Answer> responseStream,
        ServerCallContext context)
    {
        using var seat = _streams.Take();
        using var stream = new CommandStream(commands, responseStream);
        await stream.Run(requestStream, context.CancellationToken);
    }
}
