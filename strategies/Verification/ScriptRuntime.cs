extern alias fuel;

using System.Collections.Immutable;
using System.Reflection;
using fuel::MarketMaker.Strategies.Fuel;

namespace MarketMaker.Strategies.Verification;

/// <summary>The assemblies that a script lives among.</summary>
internal static class ScriptRuntime
{
    /// <summary>What the compiler calls the class that a script becomes.</summary>
    public const string ScriptClass = "Rule";

    private const string StubResource = "System.Runtime.dll";

    /// <summary>Where steps are counted.</summary>
    public static Assembly Fuel { get; } = typeof(FuelExhaustedException).Assembly;

    /// <summary>The part of the runtime that scripts are compiled against: it has the full name of
    /// the real one, and no code.</summary>
    public static ImmutableArray<byte> Stub { get; } = ReadStub();

    /// <summary>An assembly's file.</summary>
    public static ImmutableArray<byte> ImageOf(Assembly assembly) =>
        ImmutableArray.Create(File.ReadAllBytes(assembly.Location));

    private static ImmutableArray<byte> ReadStub()
    {
        using var stream = typeof(ScriptRuntime).Assembly
            .GetManifestResourceStream(StubResource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ImmutableArray.Create(bytes.ToArray());
    }
}
