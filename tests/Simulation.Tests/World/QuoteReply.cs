using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>The engine's answer on its way to the maker.</summary>
internal sealed record QuoteReply(
    Rejection Rejection, long LastFill, QuoteReport[] Reports, Price BestBid, Price BestAsk)
{
    /// <summary>Whether every quote rests just where it was wanted.</summary>
    public bool IsComplete => Array.TrueForAll(
        Reports, report => report.Rests && report.Price == report.Wanted.Price);
}
