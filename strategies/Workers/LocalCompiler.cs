using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Strategies.Workers;

/// <summary>Compiles rules in this process, for tests and tools whose rules are their own: a
/// hostile source can take the process down.</summary>
public sealed class LocalCompiler : IRuleCompiler
{
    /// <inheritdoc/>
    public Task<RuleCompilation> CompileAsync(
        string name, string source, CancellationToken cancellation) =>
        Task.Run(() => RuleCompiler.Compile(name, source, cancellation), cancellation);
}
