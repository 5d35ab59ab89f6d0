using MarketMaker.Bench.Matching;

return MatchingBench.Run(args, Console.Out, Console.Error);
