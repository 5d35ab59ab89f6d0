using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Library;

/// <summary>The versions of rules that this process has loaded, each at most once.</summary>
/// <remarks>
/// It holds them weakly: a version stays while a <see cref="PreparedRule"/> or a rule of it is in
/// use, and the garbage collector unloads it after that. So nothing need be given back, and
/// nothing can be forgotten. Any number of threads at a time.
/// </remarks>
public sealed class RuleLibrary
{
    private readonly Lock _gate = new();
    private readonly Func<string, string, CancellationToken, RuleCompilation> _compile;
    private readonly Dictionary<(string Name, string Version), Task<PreparedRule>> _running = [];
    private readonly Dictionary<(string Name, string Version), LoadedVersion> _loaded = [];

    /// <summary>An empty library.</summary>
    public RuleLibrary() : this(RuleCompiler.Compile)
    {
    }

    internal RuleLibrary(Func<string, string, CancellationToken, RuleCompilation> compile) =>
        _compile = compile;

    /// <summary>Makes a version ready to quote: compiled, loaded, turned into machine code and
    /// tried on a sample tick, none of it on the caller's thread.</summary>
    /// <param name="name">The strategy's name, as <see cref="RuleCompiler.Compile"/> takes it.
    /// </param>
    /// <param name="source">The text of a <c>.csx</c>.</param>
    /// <param name="cancellation">Ends the wait. The work goes on, for others may wait for the
    /// same version.</param>
    /// <returns>Rules, or the reasons why there are none.</returns>
    /// <exception cref="ArgumentException">The name is not a rule's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<PreparedRule> PrepareAsync(
        string name, string source, CancellationToken cancellation)
    {
        var key = (name, RuleCompiler.VersionOf(source));
        lock (_gate)
        {
            if (_loaded.TryGetValue(key, out var version)
                && version.Assembly.TryGetTarget(out var assembly))
                return Task.FromResult(new PreparedRule(version.Compilation, assembly));
            if (!_running.TryGetValue(key, out var preparation))
            {
                preparation = Task.Run(() => Prepare(key, source), CancellationToken.None);
                _running.Add(key, preparation);
            }
            return preparation.WaitAsync(cancellation);
        }
    }

    private PreparedRule Prepare((string Name, string Version) key, string source)
    {
        RuleAssembly? assembly = null;
        var compilation = default(RuleCompilation);
        try
        {
            compilation = _compile(key.Name, source, CancellationToken.None);
            if (compilation.Accepted)
                (compilation, assembly) = LoadAndTry(compilation);
            return new PreparedRule(compilation, assembly);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(key);
                ForgetTheUnloaded();
                if (assembly is not null)
                    _loaded[key] = new LoadedVersion(compilation!, new(assembly));
            }
        }
    }

    /// <summary>Loads a version; one that fails on the sample tick is rejected.</summary>
    private static (RuleCompilation, RuleAssembly?) LoadAndTry(RuleCompilation compilation)
    {
        var assembly = RuleAssembly.Load(
            compilation.Name, compilation.Version, compilation.Image);
        try
        {
            assembly.CreateRule().OnTick(SampleTick.Value, new Quotes());
            return (compilation, assembly);
        }
        catch (Exception fault)
        {
            assembly.Unload();
            var reason = RuleDiagnostic.Of(RuleDiagnosticId.Trial, compilation.Name, fault);
            return (
                compilation with
                {
                    Diagnostics = [.. compilation.Diagnostics, reason],
                    Image = [],
                },
                null);
        }
    }

    private void ForgetTheUnloaded()
    {
        foreach (var (key, version) in _loaded)
        {
            if (!version.Assembly.TryGetTarget(out _))
                _loaded.Remove(key);
        }
    }
}
