using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Strategies.Workers;

/// <summary>Turns a rule's source into an image that is known to compile, to be sound and to
/// survive its first ticks.</summary>
public interface IRuleCompiler
{
    /// <summary>Compiles a source and tries the rule.</summary>
    /// <param name="name">The rule's name, as <see cref="RuleCompiler.Compile"/> takes it.</param>
    /// <param name="source">The text of a <c>.csx</c>; anything.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The image, or what is wrong with the source.</returns>
    /// <exception cref="ArgumentException">The name is not a rule's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Task<RuleCompilation> CompileAsync(
        string name, string source, CancellationToken cancellation);
}
