using System.Globalization;

namespace MarketMaker.Feeds.Simulated;

/// <summary>When a simulated venue has which faults.</summary>
public sealed class FaultSchedule
{
    /// <summary>The most faults.</summary>
    public const int MaxCount = 100;

    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    private FaultSchedule(IReadOnlyList<ScheduledFault> faults) => Faults = faults;

    /// <summary>The faults, in the order in which they are written.</summary>
    public IReadOnlyList<ScheduledFault> Faults { get; }

    /// <summary>Reads <c>mute@30;silent=BTCUSDT@60+10</c>: faults, each with the second in which it
    /// begins and, behind a plus, how many seconds it lasts.</summary>
    /// <exception cref="FormatException">It has another form; the message says what.</exception>
    public static FaultSchedule Parse(string text)
    {
        var entries = text.Split(
            ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return entries.Length <= MaxCount
            ? new([.. entries.Select(ParseEntry)])
            : throw new FormatException($"at most {MaxCount} faults, were {entries.Length}");
    }

    /// <summary>Begins and ends the faults, each at its time, until the last has ended.</summary>
    public Task RunAsync(SimulatedVenue venue, TimeProvider time, CancellationToken cancel) =>
        Task.WhenAll(Faults.Select(fault => RunAsync(fault, venue, time, cancel)));

    private static async Task RunAsync(
        ScheduledFault fault, SimulatedVenue venue, TimeProvider time, CancellationToken cancel)
    {
        await Task.Delay(fault.After, time, cancel);
        venue.Begin(fault.Fault);
        if (fault.For is not { } span)
            return;
        await Task.Delay(span, time, cancel);
        venue.End(fault.Fault);
    }

    private static ScheduledFault ParseEntry(string entry)
    {
        var at = entry.LastIndexOf('@');
        if (at < 0)
            throw new FormatException($"'{entry}' lacks its time, as in mute@30");
        var fault = Fault.Parse(entry[..at]);
        var times = entry[(at + 1)..].Split('+', 2);
        TimeSpan? span = times.Length > 1 ? Seconds(times[1], entry) : null;
        return span is null || !fault.IsMoment
            ? new(fault, Seconds(times[0], entry), span)
            : throw new FormatException($"'{entry}': {fault.Kind} is a moment and does not last");
    }

    private static TimeSpan Seconds(string text, string entry) =>
        double.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= _longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException(
                $"'{entry}': '{text}' is no time from 0 to {_longest.TotalSeconds} s");
}
