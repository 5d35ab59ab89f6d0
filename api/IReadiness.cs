namespace MarketMaker.Api;

/// <summary>Knows whether the host can take traffic; the host implements it.</summary>
public interface IReadiness
{
    /// <summary>Looks.</summary>
    ValueTask<Readiness> Check(CancellationToken cancellationToken);
}
