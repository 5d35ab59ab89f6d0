using System.Diagnostics.Metrics;

namespace MarketMaker.Grains.Streams;

/// <summary>What streams lost, by reason. All three stay at zero in good health.</summary>
public static class StreamMeter
{
    /// <summary>The meter's name, for exporters and listeners.</summary>
    public const string Name = "MarketMaker.Streams";

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_refused = s_meter.CreateCounter<long>(
        "marketmaker.streams.refused", "{event}", "Events refused because their queue was full.");
    private static readonly Counter<long> s_notDelivered = s_meter.CreateCounter<long>(
        "marketmaker.streams.not_delivered", "{event}", "Events a consumer did not take in time.");
    private static readonly Counter<long> s_notSubscribed = s_meter.CreateCounter<long>(
        "marketmaker.streams.not_subscribed", "{event}", "Failed subscriptions of a consumer.");

    internal static void Refused(int events) => s_refused.Add(events);

    internal static void NotDelivered() => s_notDelivered.Add(1);

    internal static void NotSubscribed() => s_notSubscribed.Add(1);
}
