namespace MarketMaker.Bench.Strategies.Rollouts;

/// <summary>How long a source takes to quote everywhere; its members are the JSON's keys.
/// </summary>
/// <param name="Silos">On how many silos.</param>
/// <param name="Pairs">On how many pairs.</param>
/// <param name="UploadMs">From the source to the stored version.</param>
/// <param name="ActivateMs">From the request until every pair had it.</param>
/// <param name="TotalMs">Both.</param>
/// <param name="PairsOnNewVersion">How many pairs quote by it.</param>
/// <param name="MissedTicks">How many ticks were lost on all pairs: 0.</param>
internal sealed record RolloutMeasurement(
    int Silos,
    int Pairs,
    double UploadMs,
    double ActivateMs,
    double TotalMs,
    int PairsOnNewVersion,
    long MissedTicks);
