namespace MarketMaker.Feeds.Simulated;

/// <summary>Those who are connected to a simulated venue.</summary>
public interface IVenueAudience
{
    /// <summary>Sends a frame to all who subscribe to its stream; waits while a connection's queue
    /// is full, and cuts a connection that stays full.</summary>
    ValueTask PublishAsync(VenueFrame frame, CancellationToken cancel);

    /// <summary>Waits until everything published before was handed to the sockets.</summary>
    Task FlushAsync(CancellationToken cancel);
}
