namespace MarketMaker.Api;

/// <summary>The limits of what the API takes and gives.</summary>
public static class ApiLimits
{
    /// <summary>The largest request body, in bytes: 256 KiB. The host sets it on the web server.
    /// </summary>
    public const long MaxRequestBodyBytes = 256 * 1024;

    /// <summary>The most digits of a decimal, on both sides of its point together.</summary>
    public const int MaxDecimalDigits = 28;

    /// <summary>The longest source of a quoting rule, in UTF-16 characters: 64 K.</summary>
    public const int MaxSourceLength = 64 * 1024;

    /// <summary>The longest name of a quoting rule, in characters.</summary>
    public const int MaxStrategyNameLength = 64;

    /// <summary>How many clients may listen to the events of a host at once.</summary>
    public const int MaxEventClients = 100;

    /// <summary>How many levels of each side an event shows.</summary>
    public const int EventLevels = 10;

    /// <summary>How many trades of a pair an event shows.</summary>
    public const int EventTrades = 10;

    /// <summary>The time between two events.</summary>
    public static readonly TimeSpan EventInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long an event waits for a pair's answer before it says that there is none.
    /// </summary>
    public static readonly TimeSpan EventPatience = TimeSpan.FromSeconds(2);
}
