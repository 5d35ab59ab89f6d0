namespace MarketMaker.Strategies.Workers;

/// <summary>Why a worker gave no answer.</summary>
internal enum WorkerFailure
{
    /// <summary>It answered.</summary>
    None = 0,

    /// <summary>It took too long and was killed.</summary>
    TooSlow,

    /// <summary>It took too much memory and was killed.</summary>
    TooLarge,

    /// <summary>It died by itself.</summary>
    Died,
}
