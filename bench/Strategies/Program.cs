using System.CommandLine;
using MarketMaker.Bench.Strategies.Attacks;
using MarketMaker.Bench.Strategies.Rollouts;
using MarketMaker.Bench.Strategies.Swaps;
using MarketMaker.Bench.Strategies.Ticks;

var root = new RootCommand("Measures quoting rules: a tick of each, swaps, rollouts, attacks.")
{
    TicksCommand.Create(),
    SwapsCommand.Create(),
    RolloutCommand.Create(),
    AttacksCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
