namespace MarketMaker.Strategies.Compiler;

/// <summary>What became of a rule's source.</summary>
/// <param name="Name">The strategy's name.</param>
/// <param name="Version">The SHA-256 of the source in UTF-8, in 64 lower-case hexadecimal digits:
/// the same text is the same version everywhere.</param>
/// <param name="Diagnostics">In the order of the source; at most
/// <see cref="RuleCompiler.MaxDiagnostics"/>.</param>
/// <param name="Image">The assembly, for <see cref="RuleAssembly.Load"/>; empty when rejected.
/// </param>
public sealed record RuleCompilation(
    string Name, string Version, IReadOnlyList<RuleDiagnostic> Diagnostics, byte[] Image)
{
    /// <summary>Whether the rule can be loaded.</summary>
    public bool Accepted => Image.Length > 0;
}
