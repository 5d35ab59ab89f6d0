using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Adds the stream provider whose queues never leave the publisher's process.</summary>
/// <remarks>
/// A memory stream polls (50 ms at the median by default) and sends every event through a queue
/// grain that may live elsewhere. Here an event goes into a channel of its own silo, which a
/// pulling agent of the same silo is already waiting on: about 60 µs to a grain next door, one
/// network hop to any other.
/// <para>What it promises: the events of one publisher on one stream arrive in order, once, while
/// both silos live. What it does not: nothing is stored, so a silo that dies takes its queues
/// with it; the events of two publishers have no common order. Carry a number in the event, drop
/// what is older, and read what must not be lost from its own log.</para>
/// <para>Publish from a grain or from the silo's own client; an outside client has no queues.
/// Consume with <c>[ImplicitStreamSubscription]</c> and <c>IStreamSubscriptionObserver</c>;
/// explicit subscriptions are off, and with them the store they need.</para>
/// </remarks>
public static class SiloLocalStreams
{
    /// <summary>Queues, hence pulling agents, of each silo. The first event for a sleeping
    /// consumer pauses its queue until that grain is awake: more queues, fewer bystanders. Better
    /// still, wake a consumer by a call before its first event.</summary>
    public const int QueuesPerSilo = 16;

    /// <summary>Batches (of one event, unless published together) that wait in a queue for its
    /// pulling agent. Beyond it, publishing throws.</summary>
    public const int QueueLimit = 65_536;

    /// <summary>Events that a pulling agent keeps until all consumers of its queue have had them.
    /// One slow consumer holds its place there; at the usual 4096 it would stop every other
    /// stream of the queue for seconds.</summary>
    public const int CacheSize = 200_000;

    /// <summary>How long one event is offered to a consumer that throws or does not answer; then
    /// it is counted, logged and skipped.</summary>
    public static readonly TimeSpan MaxEventDeliveryTime = TimeSpan.FromSeconds(4);

    /// <summary>How soon an agent looks again after a pause (a new stream being registered). It
    /// is no polling interval: a running agent waits on the channel itself.</summary>
    private static readonly TimeSpan ResumeInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Adds the provider to this silo. Every silo of a cluster must add it.</summary>
    /// <param name="silo">The silo to add it to.</param>
    /// <param name="providerName">The name that grains get the provider by; not empty.</param>
    public static ISiloBuilder AddSiloLocalStreams(this ISiloBuilder silo, string providerName)
    {
        ArgumentException.ThrowIfNullOrEmpty(providerName);
        return silo.AddPersistentStreams(providerName, CreateFactory, streams =>
        {
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.ConfigurePartitionBalancing((_, _) => new OwnQueuesBalancer());
            streams.ConfigurePullingAgent(agent => agent.Configure(options =>
            {
                options.GetQueueMsgsTimerPeriod = ResumeInterval;
                options.MaxEventDeliveryTime = MaxEventDeliveryTime;
                // An event is delivered as it comes; waiting to fill a batch would add latency.
                options.BatchContainerBatchSize = 1;
            }));
        });
    }

    private static SiloLocalQueueAdapterFactory CreateFactory(
        IServiceProvider services, string name)
    {
        SiloAddress silo = services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        return new SiloLocalQueueAdapterFactory(
            name,
            new SiloLocalQueueMapper(name, silo),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>());
    }
}
