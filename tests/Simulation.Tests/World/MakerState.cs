using MarketMaker.Engine.Accounts;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What the maker keeps on the disk.</summary>
internal sealed record MakerState(
    long Epoch, bool MayQuote, QuotingParameters Parameters, RuleKind Rule, DeskBooks Books);
