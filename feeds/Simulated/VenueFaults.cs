using System.Collections.Immutable;

namespace MarketMaker.Feeds.Simulated;

/// <summary>The faults that a venue has now. Thread safe.</summary>
internal sealed class VenueFaults
{
    private ImmutableList<Fault> _now = [];

    /// <summary>The HTTP status that new connections are answered with; 0 for none.</summary>
    public int HttpStatus => Amount(FaultKind.Http);

    /// <summary>Whether nothing is wrong.</summary>
    public bool AreNone => Volatile.Read(ref _now).IsEmpty;

    /// <summary>Begins a fault; one of the same kind and symbol is replaced.</summary>
    public void Begin(Fault fault) =>
        ImmutableInterlocked.Update(ref _now, now => Without(now, fault).Add(fault));

    /// <summary>Ends a fault, if there is one of its kind and symbol.</summary>
    public void End(Fault fault) =>
        ImmutableInterlocked.Update(ref _now, now => Without(now, fault));

    /// <summary>Whether a fault of a kind is on.</summary>
    public bool Has(FaultKind kind) => Volatile.Read(ref _now).Exists(x => x.Kind == kind);

    /// <summary>Whether a fault of a kind is on for a symbol.</summary>
    public bool Has(FaultKind kind, string symbol) =>
        Volatile.Read(ref _now).Exists(x => x.Kind == kind && x.Concerns(symbol));

    /// <summary>The amount of the fault of a kind; 0 if there is none.</summary>
    public int Amount(FaultKind kind) =>
        Volatile.Read(ref _now).Find(x => x.Kind == kind)?.Amount ?? 0;

    private static ImmutableList<Fault> Without(ImmutableList<Fault> now, Fault fault) =>
        now.RemoveAll(x => x.Kind == fault.Kind && x.Symbol == fault.Symbol);
}
