using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Events that were published together on one stream, with their number.</summary>
/// <remarks>Travels to consumers on other silos. Immutable, so a consumer next door is handed the
/// very object instead of a copy: events must not change once published.</remarks>
[GenerateSerializer, Immutable, Alias("silo-local-batch")]
internal sealed class SiloLocalBatch(
    StreamId streamId,
    EventSequenceTokenV2 token,
    object[] events,
    Dictionary<string, object>? requestContext) : IBatchContainer
{
    [Id(0)]
    public StreamId StreamId { get; } = streamId;

    [Id(1)]
    private readonly EventSequenceTokenV2 _token = token;

    [Id(2)]
    private readonly object[] _events = events;

    [Id(3)]
    private readonly Dictionary<string, object>? _requestContext = requestContext;

    public StreamSequenceToken SequenceToken => _token;

    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>()
    {
        // Events of another type than the consumer's belong to its other observers.
        for (int index = 0; index < _events.Length; index++)
        {
            if (_events[index] is T item)
            {
                StreamSequenceToken token = _token.CreateSequenceTokenForEvent(index);
                yield return Tuple.Create(item, token);
            }
        }
    }

    public bool ImportRequestContext()
    {
        if (_requestContext is null)
        {
            return false;
        }

        RequestContextExtensions.Import(_requestContext);
        return true;
    }
}
