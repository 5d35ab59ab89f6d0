using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.MarketData;

/// <summary>A market under random commands, and what is seen of it.</summary>
internal sealed class MovingMarket
{
    private readonly RandomCommands _commands;
    private readonly DepthRecorder _recorder;
    private long _step;

    public MovingMarket(int seed)
    {
        _commands = new RandomCommands(seed);
        Engine = new MatchingEngine(RandomCommands.Spec, default);
        foreach (var account in RandomCommands.Accounts)
            TestPair.Fund(Engine, account, 60, 600);
        _recorder = new DepthRecorder(Engine, start: 1000);
    }

    public MatchingEngine Engine { get; }

    public Depth Look() => _recorder.Look();

    public void Move(int commands)
    {
        for (var i = 0; i < commands; i++)
            Outcome.Of(Engine, _commands.Next(Engine), new Instant(++_step));
    }
}
