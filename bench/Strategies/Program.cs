using System.CommandLine;
using MarketMaker.Bench.Strategies.Ticks;

var root = new RootCommand("Measures quoting rules: a tick of each.")
{
    TicksCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
