using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Tests.Invariants;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Safeguards;

/// <summary>Whatever numbers a command carries, it is carried out or refused, and the books are
/// right: no sum passes its type.</summary>
public sealed class ExtremeCommandsTests
{
    private const int Commands = 20_000;

    private static readonly AccountId[] _accounts =
        [TestPair.Ann, TestPair.Bob, TestPair.Maker];

    private static readonly PairSpec _spec = TestPair.SpecUpTo(
        PairSpec.MaxTicks, PairSpec.MaxLots);
}
