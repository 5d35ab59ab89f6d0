using System.Globalization;

namespace MarketMaker.Feeds.Simulated;

/// <summary>Something that is wrong with a simulated venue.</summary>
/// <param name="Kind">What.</param>
/// <param name="Symbol">The symbol that it concerns, with or without hyphen; null for all.</param>
/// <param name="Amount">Milliseconds, an HTTP status or a close code, as the kind says.</param>
/// <param name="OneLine">Whether of the connections only the oldest is concerned.</param>
public sealed record Fault(
    FaultKind Kind, string? Symbol = null, int Amount = 0, bool OneLine = false)
{
    private const int MaxMilliseconds = 86_400_000;
    private const int PolicyViolation = 1_008;

    /// <summary>Whether it happens once to those who are connected, and does not last.</summary>
    public bool IsMoment => Kind is FaultKind.Mute or FaultKind.HalfOpen or FaultKind.Reset
        or FaultKind.Close or FaultKind.Shutdown;

    private bool IsOfSymbol =>
        Kind is FaultKind.Reject or FaultKind.Unknown or FaultKind.Silent or FaultKind.Crossed;

    private bool HasAmount => Kind is FaultKind.Http or FaultKind.Slow or FaultKind.Skew
        or FaultKind.Lag or FaultKind.Shutdown or FaultKind.Close;

    /// <summary>Whether it concerns a symbol, written in whatever way.</summary>
    public bool Concerns(string symbol) =>
        Symbol is null || Plain(Symbol).Equals(Plain(symbol), StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a fault: its kind, <c>=</c> and what the kind wants, and <c>,one</c> to
    /// concern one connection only: <c>reset,one</c>, <c>silent=BTCUSDT</c>, <c>http=429</c>.
    /// </summary>
    /// <exception cref="FormatException">It has another form; the message says what.</exception>
    public static Fault Parse(string text)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        var words = parts[0].Split('=', 2, StringSplitOptions.TrimEntries);
        var argument = words.Length > 1 ? words[1] : null;
        var isKnown = Enum.TryParse<FaultKind>(
            words[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind);
        if (!isKnown || !Enum.IsDefined(kind) || char.IsAsciiDigit(words[0][0]))
            throw new FormatException($"'{words[0]}' is no fault of a venue");
        var fault = new Fault(kind);
        if (parts is [_, var reach])
        {
            fault = reach == "one" && fault.IsMoment
                ? fault with { OneLine = true }
                : throw new FormatException($"'{text}': only ',one' may follow, after a moment");
        }
        return fault.IsOfSymbol ? fault with { Symbol = SymbolOf(fault, argument) }
            : fault.HasAmount ? fault with { Amount = AmountOf(fault, argument) }
            : argument is null ? fault
            : throw new FormatException($"'{words[0]}' takes no value, was '{argument}'");
    }

    /// <summary>A symbol as Binance writes it: without hyphens.</summary>
    internal static string Plain(string symbol) =>
        symbol.Replace("-", "", StringComparison.Ordinal);

    private static string? SymbolOf(Fault fault, string? argument) =>
        argument is { Length: >= 2 and <= Instrument.MaxSymbolLength } ? argument
        : argument is null && fault.Kind == FaultKind.Crossed ? null
        : throw new FormatException($"'{fault.Kind}' wants a symbol, as in silent=BTCUSDT");

    private static int AmountOf(Fault fault, string? argument)
    {
        if (argument is null && fault.Kind == FaultKind.Shutdown)
            return 2_000;
        if (argument is null && fault.Kind == FaultKind.Close)
            return PolicyViolation;
        var (least, most, what) = fault.Kind switch
        {
            FaultKind.Http => (400, 599, "an HTTP status"),
            // Those below are the protocol's own, and some may not be sent.
            FaultKind.Close => (3_000, 4_999, "a venue's own close code"),
            FaultKind.Skew => (-MaxMilliseconds, MaxMilliseconds, "ms"),
            _ => (1, MaxMilliseconds, "ms"),
        };
        return int.TryParse(argument, CultureInfo.InvariantCulture, out var amount)
            && amount >= least && amount <= most
                ? amount
                : throw new FormatException(
                    $"'{fault.Kind}' wants {what} from {least} to {most}, was '{argument}'");
    }
}
