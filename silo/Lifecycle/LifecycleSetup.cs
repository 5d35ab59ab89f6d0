namespace MarketMaker.Silo.Lifecycle;

/// <summary>Adds what wakes the makers at the start and saves them at the end.</summary>
internal static class LifecycleSetup
{
    public static void AddPairLifecycle(this WebApplicationBuilder builder) =>
        builder.Services.AddHostedService<PairLifecycle>();
}
