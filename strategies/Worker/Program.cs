using MarketMaker.Strategies.Workers;

// Started by WorkerProcess, which speaks to it over standard input and output. Nothing else may be
// written there.
using var requests = Console.OpenStandardInput();
using var answers = Console.OpenStandardOutput();
WorkerLoop.Run(requests, answers);
