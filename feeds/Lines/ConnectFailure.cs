namespace MarketMaker.Feeds.Lines;

/// <summary>Why a connection could not be opened.</summary>
public enum ConnectFailure
{
    /// <summary>No answer: no route, no listener, no TLS.</summary>
    Unreachable,

    /// <summary>The venue did not answer in time.</summary>
    TimedOut,

    /// <summary>HTTP 429 or 418: we come too often; insisting turns a pause into a ban.</summary>
    TooManyRequests,

    /// <summary>HTTP 451: not served from here for legal reasons; people must act.</summary>
    Unavailable,

    /// <summary>HTTP 5xx: the venue is overloaded or in maintenance.</summary>
    VenueDown,

    /// <summary>Another HTTP status.</summary>
    Refused,
}
