using MarketMaker.Silo;
using MarketMaker.Silo.Recording;
using MarketMaker.Silo.Replay;
using MarketMaker.Silo.Strategies;

// `dotnet run` names the environment first (see the project file); a command stands behind it.
var command = args is ["--environment", _, .. var rest] ? rest : args;
return command switch
{
    ["replay", ..] => await ReplayCommand.RunAsync(command[1..]),
    ["record", ..] => await RecordCommand.RunAsync(command[1..]),
    ["strategy", ..] => await StrategyCommand.RunAsync(command[1..]),
    ["--healthcheck", ..] => await HealthCheck.RunAsync(command[1..]),
    _ => await SiloApplication.RunAsync(args),
};
