using System.CommandLine;
using MarketMaker.Bench.OrderEntry.Calls;
using MarketMaker.Bench.OrderEntry.Durable;

var root = new RootCommand("Measures how orders get into the market: one call, and many clients.")
{
    CallsCommand.Create(),
    DurableCommand.Create(),
    ClientsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
