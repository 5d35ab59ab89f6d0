using System.CommandLine;
using MarketMaker.Bench.Strategies.Rollouts;
using MarketMaker.Bench.Strategies.Swaps;
using MarketMaker.Bench.Strategies.Ticks;

var root = new RootCommand("Measures quoting rules: a tick of each, swaps, rollouts.")
{
    TicksCommand.Create(),
    SwapsCommand.Create(),
    RolloutCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
