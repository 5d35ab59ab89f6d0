using MarketMaker.Bench.Feeds;

return await FeedsBench.RunAsync(args, Console.Out, Console.Error);
