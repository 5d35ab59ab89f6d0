using System.Collections.Concurrent;

namespace MarketMaker.Grains.Tests.Streams;

/// <summary>What the listeners of one test have heard, by stream, in order of arrival.</summary>
public sealed class Heard
{
    /// <summary>The event that ends a stream in these tests.</summary>
    public const int End = -1;

    private readonly ConcurrentDictionary<string, List<int>> _numbers = new();
    private readonly ConcurrentDictionary<string, SiloAddress> _silos = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ends = new();

    /// <summary>The stream whose listener throws at every event, if any.</summary>
    public string? Refusing { get; set; }

    public void Add(string stream, int number, SiloAddress silo)
    {
        if (stream == Refusing)
        {
            throw new InvalidOperationException("The listener refuses, as the test wants it.");
        }

        _silos[stream] = silo;
        List<int> numbers = _numbers.GetOrAdd(stream, _ => []);
        lock (numbers)
        {
            numbers.Add(number);
        }

        if (number == End)
        {
            Ending(stream).TrySetResult();
        }
    }

    /// <summary>Done when every named stream has ended.</summary>
    public Task AllEnded(IEnumerable<string> streams) =>
        Task.WhenAll(streams.Select(stream => Ending(stream).Task));

    public int[] Numbers(string stream) => [.. _numbers.GetValueOrDefault(stream, [])];

    public SiloAddress[] Silos => [.. _silos.Values.Distinct()];

    private TaskCompletionSource Ending(string stream) => _ends.GetOrAdd(
        stream, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
