using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.Events;

/// <summary>One producer of events for all clients: the work does not grow with them, and stops
/// when nobody listens.</summary>
internal sealed class EventFeed(
    EventSource source,
    IOptions<JsonOptions> json,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<EventFeed> log)
{
    private readonly Lock _gate = new();
    private readonly HashSet<EventListener> _listeners = [];
    private bool _producing;

    /// <summary>Lets a client in, unless there are <see cref="ApiLimits.MaxEventClients"/> or the
    /// host is stopping.</summary>
    public bool TryJoin([NotNullWhen(true)] out EventListener? listener)
    {
        listener = null;
        lock (_gate)
        {
            if (_listeners.Count >= ApiLimits.MaxEventClients
                || lifetime.ApplicationStopping.IsCancellationRequested)
                return false;
            listener = new EventListener(Leave);
            _listeners.Add(listener);
            if (!_producing)
            {
                _producing = true;
                _ = Task.Run(Produce);
            }
        }
        return true;
    }

    private void Leave(EventListener listener)
    {
        lock (_gate)
            _listeners.Remove(listener);
    }

    /// <summary>Runs from the first client's arrival until there is none; never throws.</summary>
    private async Task Produce()
    {
        var stopping = lifetime.ApplicationStopping;
        using var timer = new PeriodicTimer(ApiLimits.EventInterval, time);
        while (TryGetListeners(out var listeners))
        {
            if (await TryRead(stopping) is { } pairs)
                Array.ForEach(listeners, listener => listener.Offer(pairs));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private bool TryGetListeners(out EventListener[] listeners)
    {
        lock (_gate)
        {
            listeners = [.. _listeners];
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                Array.ForEach(listeners, listener => listener.End());
            else if (listeners.Length > 0)
                return true;
            _producing = false;
            return false;
        }
    }

    private async Task<string?> TryRead(CancellationToken stopping)
    {
        try
        {
            return JsonSerializer.Serialize(
                await source.Read(stopping), json.Value.SerializerOptions);
        }
        catch (Exception exception)
        {
            // The clients see that nothing comes; the next turn tries again.
            if (!stopping.IsCancellationRequested)
                log.LogError(exception, "An event could not be made");
            return null;
        }
    }
}
