namespace MarketMaker.Silo.Tests;

/// <summary>What a process said before it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
