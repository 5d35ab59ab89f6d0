using System.Diagnostics.Metrics;

namespace MarketMaker.Grains.Tests.Streams;

/// <summary>Waits for a counter to count.</summary>
internal sealed class CounterReading : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource _first =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CounterReading(string meter, string counter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter && instrument.Name == counter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => _first.TrySetResult());
        _listener.Start();
    }

    /// <summary>Done at the first count.</summary>
    public Task First => _first.Task;

    public void Dispose() => _listener.Dispose();
}
