extern alias fuel;

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using fuel::MarketMaker.Strategies.Fuel;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;
using MarketMaker.Strategies.Verification;

namespace MarketMaker.Strategies.Compiler;

/// <summary>A version of a rule, loaded: about 90 KB, whatever the number of pairs it serves.
/// </summary>
/// <remarks>Its memory is freed by the garbage collector once neither this object nor any of its
/// rules is referred to; <see cref="Unload"/> is a hint that the time has come.</remarks>
public sealed class RuleAssembly
{
    private readonly Func<object?[], Task<object>> _factory;
    private readonly MethodInfo _onTick;

    private RuleAssembly(string name, string version, AssemblyLoadContext context, Type script)
    {
        Name = name;
        Version = version;
        Context = context;
        _factory = Method(script, "<Factory>").CreateDelegate<Func<object?[], Task<object>>>();
        _onTick = Method(script, EntryPoint.MethodName);
        foreach (var method in script.GetMethods(Declared))
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
    }

    /// <summary>The strategy's name.</summary>
    public string Name { get; }

    /// <summary>The version, as <see cref="RuleCompilation.Version"/>.</summary>
    public string Version { get; }

    internal AssemblyLoadContext Context { get; }

    private static BindingFlags Declared =>
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly
        | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Verifies an image, loads it and compiles its methods to machine code.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="image">From <see cref="RuleCompilation.Image"/>.</param>
    /// <exception cref="BadImageFormatException">The image is not a rule's.</exception>
    public static RuleAssembly Load(string name, string version, byte[] image)
    {
        if (ImageVerifier.Check(image) is { } reason)
            throw new BadImageFormatException($"The image is not a quoting rule: {reason}.");
        var context = new RuleContext($"{name}.{version}");
        using var stream = new MemoryStream(image, writable: false);
        var script = context.LoadFromStream(stream).GetType(RuleCompiler.ScriptClass)
            ?? throw NotARule(RuleCompiler.ScriptClass);
        return new RuleAssembly(name, version, context, script);
    }

    /// <summary>A rule for one pair, with fields of its own, as their initialisers set them.
    /// </summary>
    /// <exception cref="Exception">What a field's initialiser threw.</exception>
    public IQuotingRule CreateRule()
    {
        // The C# compiler's convention for scripts: slot 0 is for globals, of which there are
        // none, and the instance puts itself into slot 1 before it runs its initialisers.
        var slots = new object?[2];
        var declarations = new Declarations();
        FuelTank.Left = ScriptRule.StepsPerTick;
        var initialised = declarations.Collect(() => _factory(slots));
        if (!initialised.IsCompleted)
            throw new InvalidOperationException("A rule's field initialisers may not await.");
        initialised.GetAwaiter().GetResult();
        return new ScriptRule(
            this, _onTick.CreateDelegate<EntryPoint.Handler>(slots[1]), declarations);
    }

    /// <summary>Lets the version go as soon as its last rule is gone; rules that still run are
    /// not disturbed.</summary>
    public void Unload() => Context.Unload();

    private static MethodInfo Method(Type script, string name) =>
        script.GetMethod(name, Declared) ?? throw NotARule(name);

    private static BadImageFormatException NotARule(string missing) =>
        new($"The image is not a quoting rule: it has no {missing}.");
}
