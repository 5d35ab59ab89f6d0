using System.Reflection;
using System.Runtime.Loader;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Where one version's assembly lives; it goes when nothing refers to it.</summary>
internal sealed class RuleContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    /// <summary>The script's contract is the host's own, wherever the host was loaded.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var contract = typeof(Tick).Assembly;
        return assemblyName.Name == contract.GetName().Name ? contract : null;
    }
}
