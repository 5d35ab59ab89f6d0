using Grpc.Core;
using Grpc.Core.Interceptors;

namespace MarketMaker.Grpc.Failures;

/// <summary>Ends every call that threw with a status of the contract.</summary>
internal sealed class FailureInterceptor(FailureStatus failures, TimeProvider time) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            // A call that comes too late does nothing; the token may hear of it a moment later.
            context.CancellationToken.ThrowIfCancellationRequested();
            if (IsLate(context))
                throw new RpcException(FailureStatus.DeadlineExceeded);
            return await continuation(request, context);
        }
        catch (Exception exception)
        {
            throw Failure(exception, context);
        }
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception exception)
        {
            throw Failure(exception, context);
        }
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception exception)
        {
            throw Failure(exception, context);
        }
    }

    private bool IsLate(ServerCallContext context) =>
        context.Deadline <= time.GetUtcNow().UtcDateTime;

    /// <summary>Once a call has been cancelled, whatever it throws follows from that.</summary>
    private RpcException Failure(Exception exception, ServerCallContext context) =>
        new(!context.CancellationToken.IsCancellationRequested ? failures.Of(exception)
            : IsLate(context) ? FailureStatus.DeadlineExceeded
            : failures.Of(new OperationCanceledException()));
}
