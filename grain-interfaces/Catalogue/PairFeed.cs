using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Catalogue;

/// <summary>Quotes that a pair's reference price needs: its own at a venue, or those of a
/// conversion.</summary>
/// <param name="Venue">The venue, such as <c>binance</c>.</param>
/// <param name="Symbol">The venue's name for it.</param>
/// <param name="Spec">The ticks and lots that its quotes are counted in; always under the name of
/// the pair that needs them.</param>
public sealed record PairFeed(string Venue, string Symbol, PairSpec Spec)
{
    /// <summary>The venue and its name, for people.</summary>
    public override string ToString() => $"{Venue} {Symbol}";
}
