using Grpc.Core;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grpc.Failures;

/// <summary>Says in the contract's statuses why a call has no answer; says nothing of how the code
/// failed, but logs it.</summary>
internal sealed class FailureStatus(ILogger<FailureStatus> log)
{
    private const int LongestEcho = 128;
    private const string Unknown =
        "The outcome is unknown: repeat the request with the same client_order_id, or look.";

    /// <summary>The status of what a call threw.</summary>
    public Status Of(Exception exception) => exception switch
    {
        RpcException known => known.Status,
        MalformedRequestException malformed =>
            new Status(StatusCode.InvalidArgument, malformed.Message),
        UnknownPairException unlisted => new Status(StatusCode.NotFound, Shortened(unlisted)),
        PairOutOfServiceException => new Status(
            StatusCode.FailedPrecondition, exception.Message),
        OperationCanceledException => new Status(StatusCode.Cancelled, Unknown),
        OutcomeUnknownException or TimeoutException or OrleansException => Logged(
            exception, StatusCode.Unavailable, $"The engine did not answer. {Unknown}"),
        _ => Logged(exception, StatusCode.Internal, $"The log has the cause. {Unknown}"),
    };

    /// <summary>The status of a call whose deadline has passed.</summary>
    public static Status DeadlineExceeded { get; } =
        new(StatusCode.DeadlineExceeded, $"The deadline passed. {Unknown}");

    private Status Logged(Exception exception, StatusCode code, string detail)
    {
        log.LogError(exception, "A gRPC call ended with {Code}", code);
        return new Status(code, detail);
    }

    private static string Shortened(Exception unlisted) =>
        unlisted.Message.Length <= LongestEcho
            ? unlisted.Message
            : unlisted.Message[..LongestEcho] + "…";
}
