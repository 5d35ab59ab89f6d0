using System.Net;
using MarketMaker.Grains.Placement;
using Orleans.Runtime.Placement;

namespace MarketMaker.Grains.Tests.Placement;

public sealed class AnchorTests
{
    private static readonly SiloAddress s_inner = SiloAddress.New(IPAddress.Loopback, 1, 1);
    private static readonly SiloAddress s_outer = SiloAddress.New(IPAddress.Loopback, 2, 1);

    [Fact]
    public void The_hint_is_there_during_the_call_and_gone_after_it()
    {
        object? during = Anchor.At(s_inner, Hint);

        Assert.Equal(s_inner, during);
        Assert.Null(Hint());
    }

    [Fact]
    public void A_hint_of_the_caller_is_there_again_after_the_call()
    {
        (object? During, object? After) hints = Anchor.At(
            s_outer, () => (Anchor.At(s_inner, Hint), Hint()));

        Assert.Equal((s_inner, s_outer), hints);
    }

    [Fact]
    public void The_hint_is_gone_after_a_call_that_throws()
    {
        Assert.Throws<TimeoutException>(
            () => { Anchor.At<int>(s_inner, () => throw new TimeoutException()); });

        Assert.Null(Hint());
    }

    private static object? Hint() => RequestContext.Get(IPlacementDirector.PlacementHintKey);
}
