using MarketMaker.Silo;
using MarketMaker.Silo.Replay;

return args switch
{
    ["replay", ..] => await ReplayCommand.RunAsync(args[1..]),
    ["--healthcheck", ..] => await HealthCheck.RunAsync(args[1..]),
    _ => await SiloApplication.RunAsync(args),
};
