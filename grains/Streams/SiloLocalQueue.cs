using System.Threading.Channels;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>One queue of one silo: a bounded channel and the number of its last event.</summary>
/// <remarks>
/// Number and place are given under one lock: the agent's cache is searched by number, so an event
/// that is later in the channel must have the larger one.
/// <para>The numbering starts at the clock's ticks of 100 ns. A silo that comes back therefore
/// numbers on above its former life, which consumers may remember, as long as it had published
/// fewer than ten million events a second.</para>
/// <para>A full queue throws instead of waiting: a matching engine must not stand still because
/// somebody listens slowly, and an event that is dropped without a word is worse than an error.
/// At 65,536 batches, and 200,000 more in the agent's cache, consumers are seconds behind.</para>
/// </remarks>
internal sealed class SiloLocalQueue(QueueId id, TimeProvider time)
{
    private readonly Lock _order = new();
    private readonly Channel<IBatchContainer> _channel = Channel.CreateBounded<IBatchContainer>(
        new BoundedChannelOptions(SiloLocalStreams.QueueLimit) { SingleReader = true });
    private long _lastNumber = time.GetUtcNow().UtcTicks;

    /// <summary>The agent's end.</summary>
    public ChannelReader<IBatchContainer> Reader => _channel.Reader;

    /// <summary>Numbers the events and appends them as one batch. Any thread may call.</summary>
    /// <exception cref="InvalidOperationException">The queue is full.</exception>
    public void Append(StreamId stream, object[] events, Dictionary<string, object>? context)
    {
        bool accepted;
        lock (_order)
        {
            var token = new EventSequenceTokenV2(_lastNumber + 1);
            accepted = _channel.Writer.TryWrite(
                new SiloLocalBatch(stream, token, events, context));
            if (accepted)
            {
                _lastNumber++;
            }
        }

        if (!accepted)
        {
            StreamMeter.Refused(events.Length);
            throw new InvalidOperationException(
                $"Stream queue {id} is full ({SiloLocalStreams.QueueLimit} batches): " +
                $"the consumers of its streams are not keeping up. Refused: {stream}.");
        }
    }
}
