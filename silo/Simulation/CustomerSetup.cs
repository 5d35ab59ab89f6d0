using MarketMaker.Silo.Settings;

namespace MarketMaker.Silo.Simulation;

/// <summary>Adds simulated customers where the settings want them.</summary>
internal static class CustomerSetup
{
    public static void AddSimulatedCustomers(this WebApplicationBuilder builder)
    {
        var settings = SimulationSettings.From(builder.Configuration);
        if (!settings.Customers)
            return;
        if (builder.Environment.IsProduction())
            throw new SettingsException("Simulation:Customers", "must be false in Production");
        builder.Services.AddSingleton(settings);
        builder.Services.AddHostedService<SimulatedCustomers>();
    }
}
