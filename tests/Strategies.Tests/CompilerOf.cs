using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Workers;

namespace MarketMaker.Strategies.Tests;

/// <summary>A compiler that does what a test says.</summary>
internal sealed class CompilerOf(
    Func<string, string, CancellationToken, RuleCompilation> compile) : IRuleCompiler
{
    public Task<RuleCompilation> CompileAsync(
        string name, string source, CancellationToken cancellation) =>
        Task.FromResult(compile(name, source, cancellation));
}
