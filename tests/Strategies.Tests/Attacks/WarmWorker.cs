using MarketMaker.Strategies.Workers;

namespace MarketMaker.Strategies.Tests.Attacks;

/// <summary>One process for many sources.</summary>
public sealed class WarmWorker : IDisposable
{
    public WorkerCompiler Compiler { get; } = new(new WorkerLimits(), TimeProvider.System);

    public void Dispose() => Compiler.Dispose();
}
