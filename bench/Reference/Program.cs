using System.CommandLine;
using MarketMaker.Bench.Reference.Pol;

var root = new RootCommand("Replays what venues did through the composite reference price.")
{
    PolCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
