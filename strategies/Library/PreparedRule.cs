using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Library;

/// <summary>A version that is ready to quote, or the reasons why it was rejected.</summary>
public sealed class PreparedRule
{
    internal PreparedRule(
        RuleCompilation compilation, RuleAssembly? assembly, SignedImage? stored)
    {
        Compilation = compilation;
        Assembly = assembly;
        Stored = stored;
    }

    /// <summary>The version and the diagnostics.</summary>
    public RuleCompilation Compilation { get; }

    /// <summary>Whether rules can be created.</summary>
    public bool IsReady => Assembly is not null;

    /// <summary>The version's image, to be stored and prepared from without a compiler; null when
    /// the version was rejected.</summary>
    public SignedImage? Stored { get; }

    internal RuleAssembly? Assembly { get; }

    /// <summary>A rule for one pair, with fields of its own. Takes microseconds.</summary>
    /// <exception cref="InvalidOperationException">The version was rejected.</exception>
    public IQuotingRule CreateRule() =>
        Assembly?.CreateRule()
        ?? throw new InvalidOperationException(
            $"{Compilation.Name} {Compilation.Version} was rejected: "
            + string.Join("; ", Compilation.Diagnostics));
}
