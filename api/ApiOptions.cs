namespace MarketMaker.Api;

/// <summary>What the host tells the API about itself.</summary>
public sealed class ApiOptions
{
    /// <summary>The names of the quoting rules that ship with the product.</summary>
    public IReadOnlyCollection<string> BuiltInStrategies { get; set; } = [];

    /// <summary>What of this host is simulated (prices, customers), in a line for people; null
    /// when nothing is.</summary>
    public string? SimulationNotice { get; set; }
}
