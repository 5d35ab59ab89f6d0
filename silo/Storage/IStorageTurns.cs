namespace MarketMaker.Silo.Storage;

/// <summary>Says when an operation on the database may run.</summary>
internal interface IStorageTurns
{
    /// <summary>Runs an operation in its turn.</summary>
    /// <param name="operation">What to do; may block.</param>
    /// <param name="cancellationToken">Ends the wait for the turn.</param>
    /// <returns>The operation's outcome; its exception is the caller's.</returns>
    Task Run(Func<Task> operation, CancellationToken cancellationToken);
}
