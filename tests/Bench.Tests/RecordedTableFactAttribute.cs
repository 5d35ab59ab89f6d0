using MarketMaker.Bench.Reference.Pol;

namespace MarketMaker.Bench.Tests;

/// <summary>A test on the recorded table, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedTableFactAttribute : FactAttribute
{
    public RecordedTableFactAttribute()
    {
        if (PolTable.Find() is null)
            Skip = $"The recorded file {PolTable.File} is not on this machine.";
    }
}
