namespace MarketMaker.Silo.Tests;

/// <summary>A test on the recorded minute, which is not part of the repository.</summary>
internal sealed class TapeFactAttribute : FactAttribute
{
    public TapeFactAttribute()
    {
        if (!File.Exists(Repository.Tape))
            Skip = $"The recorded tape is not there: {Repository.Tape}";
    }
}
