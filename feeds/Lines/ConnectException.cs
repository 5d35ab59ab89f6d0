namespace MarketMaker.Feeds.Lines;

/// <summary>A connection to a venue could not be opened.</summary>
public sealed class ConnectException : Exception
{
    /// <summary>Tells of a failure.</summary>
    /// <param name="status">The HTTP status with which the venue answered; 0 if it did not.</param>
    /// <param name="cause">What was thrown.</param>
    internal ConnectException(int status, Exception cause)
        : this(KindOf(status), status, $"{Words(KindOf(status), status)}: {cause.Message}", cause)
    {
    }

    private ConnectException(
        ConnectFailure failure, int status, string message, Exception? cause)
        : base(message, cause)
    {
        Failure = failure;
        HttpStatus = status;
    }

    /// <summary>Why.</summary>
    public ConnectFailure Failure { get; }

    /// <summary>The HTTP status with which the venue answered; 0 if it did not.</summary>
    public int HttpStatus { get; }

    /// <summary>Whether trying again soon can only do harm.</summary>
    public bool MustWait =>
        Failure is ConnectFailure.TooManyRequests or ConnectFailure.Unavailable;

    /// <summary>The venue was silent for too long.</summary>
    internal static ConnectException Late(TimeSpan limit) =>
        new(ConnectFailure.TimedOut, 0, $"no connection within {limit}", cause: null);

    private static ConnectFailure KindOf(int status) => status switch
    {
        0 => ConnectFailure.Unreachable,
        418 or 429 => ConnectFailure.TooManyRequests,
        451 => ConnectFailure.Unavailable,
        >= 500 => ConnectFailure.VenueDown,
        _ => ConnectFailure.Refused,
    };

    private static string Words(ConnectFailure failure, int status) => failure switch
    {
        ConnectFailure.Unreachable => "unreachable",
        ConnectFailure.TooManyRequests => $"too many requests (HTTP {status})",
        ConnectFailure.Unavailable => $"not available from here (HTTP {status})",
        ConnectFailure.VenueDown => $"the venue is down (HTTP {status})",
        _ => $"refused (HTTP {status})",
    };
}
