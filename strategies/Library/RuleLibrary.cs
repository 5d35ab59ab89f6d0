using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Workers;

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
    private readonly IRuleCompiler _compiler;
    private readonly ImageKey _key;
    private readonly Dictionary<(string Name, string Version, bool IsStored), Task<PreparedRule>>
        _running = [];
    private readonly Dictionary<(string Name, string Version), LoadedVersion> _loaded = [];

    /// <summary>An empty library that compiles in this process: for tests, and for tools whose
    /// rules are their own.</summary>
    public RuleLibrary() : this(new LocalCompiler(), ImageKey.NewRandom())
    {
    }

    /// <summary>An empty library.</summary>
    /// <param name="compiler">Compiles and tries sources.</param>
    /// <param name="key">Signs what comes out, and knows it again.</param>
    public RuleLibrary(IRuleCompiler compiler, ImageKey key)
    {
        _compiler = compiler;
        _key = key;
    }

    /// <summary>Makes a version ready to quote: compiled, verified, loaded, turned into machine
    /// code and tried on sample ticks, none of it on the caller's thread.</summary>
    /// <param name="name">The strategy's name, as <see cref="RuleCompiler.Compile"/> takes it.
    /// </param>
    /// <param name="source">The text of a <c>.csx</c>.</param>
    /// <param name="cancellation">Ends the wait. The work goes on, for others may wait for the
    /// same version.</param>
    /// <returns>Rules, or the reasons why there are none.</returns>
    /// <exception cref="ArgumentException">The name is not a rule's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<PreparedRule> PrepareAsync(
        string name, string source, CancellationToken cancellation) =>
        PrepareOnce(
            name, RuleCompiler.VersionOf(source), isStored: false,
            () => _compiler.CompileAsync(name, source, CancellationToken.None), cancellation);

    /// <summary>Makes a version ready to quote from its image, without a compiler: its signature
    /// and its instructions are checked, then it is loaded, turned into machine code and tried.
    /// </summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="version">The version, as <see cref="RuleCompilation.Version"/>.</param>
    /// <param name="stored">From <see cref="PreparedRule.Stored"/>, of this process or another with
    /// the same key.</param>
    /// <param name="cancellation">Ends the wait. The work goes on, for others may wait for the
    /// same version.</param>
    /// <returns>Rules; or <see cref="RuleDiagnosticId.Image"/> when the image was altered, was
    /// signed with another key or for another version, or calls what the contract no longer has:
    /// then the source must be compiled again.</returns>
    /// <exception cref="ArgumentException">The name is not a rule's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal Task<PreparedRule> OpenAsync(
        string name, string version, SignedImage stored, CancellationToken cancellation) =>
        PrepareOnce(
            name, version, isStored: true, () => Task.FromResult(Open(name, version, stored)),
            cancellation);

    /// <summary>Makes a version ready to quote from its image if that is to be trusted, else from
    /// its source.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="source">The text of a <c>.csx</c>.</param>
    /// <param name="stored">The version's image as it was stored; null when there is none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Rules, or the reasons why there are none.</returns>
    /// <exception cref="ArgumentException">The name is not a rule's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<PreparedRule> PrepareAsync(
        string name, string source, SignedImage? stored, CancellationToken cancellation)
    {
        if (stored is not null)
        {
            var version = RuleCompiler.VersionOf(source);
            var opened = await OpenAsync(name, version, stored, cancellation);
            if (opened.IsReady)
                return opened;
        }
        return await PrepareAsync(name, source, cancellation);
    }

    private RuleCompilation Open(string name, string version, SignedImage stored) =>
        _key.IsGenuine(name, version, stored)
            ? new RuleCompilation(name, version, [], stored.Image)
            : new RuleCompilation(
                name, version,
                [
                    new(
                        RuleDiagnosticId.Image, RuleSeverity.Error,
                        "The stored image was altered, or signed with another key.", 1, 1, 1, 1),
                ],
                []);

    private Task<PreparedRule> PrepareOnce(
        string name,
        string version,
        bool isStored,
        Func<Task<RuleCompilation>> compile,
        CancellationToken cancellation)
    {
        RuleCompiler.RequireName(name);
        lock (_gate)
        {
            if (_loaded.TryGetValue((name, version), out var loaded)
                && loaded.Assembly.TryGetTarget(out var assembly))
            {
                return Task.FromResult(
                    new PreparedRule(loaded.Compilation, assembly, loaded.Stored));
            }
            if (!_running.TryGetValue((name, version, isStored), out var preparation))
            {
                preparation = Task.Run(
                    () => Prepare((name, version, isStored), compile), CancellationToken.None);
                _running.Add((name, version, isStored), preparation);
            }
            return preparation.WaitAsync(cancellation);
        }
    }

    private async Task<PreparedRule> Prepare(
        (string Name, string Version, bool IsStored) key, Func<Task<RuleCompilation>> compile)
    {
        PreparedRule? prepared = null;
        try
        {
            var compiled = await compile();
            var (compilation, assembly) = await PreparationThread.Run(
                () => RuleTrial.Try(compiled));
            var stored = assembly is null
                ? null
                : _key.Sign(key.Name, key.Version, compilation.Image);
            prepared = new PreparedRule(compilation, assembly, stored);
            return prepared;
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(key);
                ForgetTheUnloaded();
                if (prepared?.Assembly is { } assembly)
                {
                    _loaded[(key.Name, key.Version)] = new LoadedVersion(
                        prepared.Compilation, prepared.Stored, new(assembly));
                }
            }
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
