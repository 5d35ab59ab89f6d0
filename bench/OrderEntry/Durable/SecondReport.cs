namespace MarketMaker.Bench.OrderEntry.Durable;

/// <summary>What the clients measured in about a second.</summary>
/// <param name="Seconds">How long it was.</param>
/// <param name="Orders">How many orders were acknowledged.</param>
/// <param name="P50Microseconds">Half of them within this time.</param>
/// <param name="P99Microseconds">99 of 100 of them within this time.</param>
/// <param name="Transactions">How many transactions the journal committed.</param>
/// <param name="Records">How many records were in them.</param>
internal sealed record SecondReport(
    double Seconds,
    long Orders,
    double P50Microseconds,
    double P99Microseconds,
    long Transactions,
    long Records);
