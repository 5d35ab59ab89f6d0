using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Counts and logs the events that a consumer could not be given in time, and leaves its
/// subscription as it is.</summary>
/// <remarks>A faulted subscription would stay silent for ever. Whoever may not miss an event
/// notices the gap in its numbers and reads the log.</remarks>
internal sealed class CountingFailureHandler(ILogger<CountingFailureHandler> logger)
    : IStreamFailureHandler
{
    // Spelled as the interface spells it.
    public bool ShouldFaultSubsriptionOnError => false;

    public Task OnDeliveryFailure(
        GuidId subscriptionId,
        string streamProviderName,
        StreamId streamIdentity,
        StreamSequenceToken? sequenceToken)
    {
        StreamMeter.NotDelivered();
        logger.LogWarning(
            "Stream {Provider}/{Stream}: event {Token} was not delivered within {Limit}",
            streamProviderName,
            streamIdentity,
            sequenceToken,
            SiloLocalStreams.MaxEventDeliveryTime);
        return Task.CompletedTask;
    }

    public Task OnSubscriptionFailure(
        GuidId subscriptionId,
        string streamProviderName,
        StreamId streamIdentity,
        StreamSequenceToken? sequenceToken)
    {
        StreamMeter.NotSubscribed();
        logger.LogWarning(
            "Stream {Provider}/{Stream}: a consumer could not be subscribed from event {Token}",
            streamProviderName,
            streamIdentity,
            sequenceToken);
        return Task.CompletedTask;
    }
}
