using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.MarketData;

/// <summary>A market under random commands, whose depth is numbered by them.</summary>
internal sealed class MovingMarket
{
    private readonly RandomCommands _commands;
    private long _step;

    public MovingMarket(int seed)
    {
        _commands = new RandomCommands(seed);
        Engine = new MatchingEngine(RandomCommands.Spec, default);
        foreach (var account in RandomCommands.Accounts)
            TestPair.Fund(Engine, account, 60, 600);
    }

    public MatchingEngine Engine { get; }

    public Depth Depth => new(_step, Levels(Side.Buy), Levels(Side.Sell));

    public void Move(int commands)
    {
        for (var i = 0; i < commands; i++)
            Outcome.Of(Engine, _commands.Next(Engine), new Instant(++_step));
    }

    private DepthLevel[] Levels(Side side)
    {
        var levels = new DepthLevel[Depth.MaxLevels];
        return levels[..Engine.CopyDepth(side, levels)];
    }
}
