using MarketMaker.Grains.Placement;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MarketMaker.Grains.Tests.Streams;

/// <summary>Writes what it hears into the test's log; refuses while the log says so.</summary>
[ImplicitStreamSubscription(Namespace), AnchoredPlacement]
public sealed class ListenerGrain(Heard heard)
    : Grain, IListenerGrain, IStreamSubscriptionObserver, IAsyncObserver<int>
{
    public const string Namespace = "numbers";

    private string Key => this.GetPrimaryKeyString();

    private SiloAddress Here => GrainContext.Address.SiloAddress!;

    public Task<SiloAddress> GetSilo() => Task.FromResult(Here);

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<int>().ResumeAsync(this);

    public Task OnNextAsync(int item, StreamSequenceToken? token = null)
    {
        heard.Add(Key, item, Here);
        return Task.CompletedTask;
    }

    // No provider reports errors this way; an interface without default asks for it.
    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
