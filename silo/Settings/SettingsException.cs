namespace MarketMaker.Silo.Settings;

/// <summary>A setting is missing or outside its range; the process does not start.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Makes the exception without naming a setting.</summary>
    public SettingsException()
    {
    }

    /// <summary>Makes the exception with a whole message.</summary>
    public SettingsException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public SettingsException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="setting">The setting's name, such as <c>Storage:Path</c>.</param>
    /// <param name="requirement">What it must be.</param>
    public SettingsException(string setting, string requirement)
        : base($"The setting {setting} {requirement}.")
    {
    }
}
