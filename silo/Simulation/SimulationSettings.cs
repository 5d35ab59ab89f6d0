using MarketMaker.Silo.Settings;

namespace MarketMaker.Silo.Simulation;

/// <summary>What is simulated, as it is written in the settings, <c>Simulation</c>.</summary>
public sealed record SimulationSettings
{
    /// <summary>Whether prices come from the simulated venue when no other is named.</summary>
    public bool Venue { get; init; }

    /// <summary>Whether simulated customers trade. Never in Production.</summary>
    public bool Customers { get; init; }

    /// <summary>The seed of all that is random.</summary>
    public int Seed { get; init; }

    /// <summary>Reads the settings.</summary>
    public static SimulationSettings From(IConfiguration settings)
    {
        try
        {
            return settings.GetSection("Simulation").Get<SimulationSettings>() ?? new();
        }
        catch (InvalidOperationException error)
        {
            throw new SettingsException(
                $"A setting under Simulation cannot be read: {error.Message}", error);
        }
    }

    /// <summary>What people must be told; null when nothing is simulated.</summary>
    /// <param name="pricesAre">Whether prices are: only where no venue is named.</param>
    public string? Notice(bool pricesAre) =>
        (pricesAre, Customers) switch
        {
            (true, true) => "Prices and customers are simulated.",
            (true, false) => "Prices are simulated.",
            (false, true) => "Customers are simulated.",
            _ => null,
        };
}
