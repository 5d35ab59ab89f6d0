using System.Reflection;
using System.Runtime.Loader;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Verification;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Where one version's assembly lives; it goes when nothing refers to it.</summary>
internal sealed class RuleContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    private static readonly Assembly[] _hosts = [typeof(Tick).Assembly, ScriptRuntime.Fuel];

    /// <summary>The script's contract and fuel are the host's own, wherever the host was loaded.
    /// </summary>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Array.Find(_hosts, host => host.GetName().Name == assemblyName.Name);
}
