namespace MarketMaker.Silo.Lifecycle;

/// <summary>Adds what wakes makers and transfers at the start and saves makers at the end.
/// </summary>
internal static class LifecycleSetup
{
    public static void AddPairLifecycle(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<TransferSweep>();
        builder.Services.AddHostedService<PairLifecycle>();
    }
}
