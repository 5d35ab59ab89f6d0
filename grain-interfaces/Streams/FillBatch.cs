using MarketMaker.Engine.Book;

namespace MarketMaker.GrainInterfaces.Streams;

/// <summary>The trades of one command, in the order of their numbers.</summary>
/// <param name="Fills">None says that the engine has just started and holds no quotes. Not
/// changed after it is sent.</param>
[GenerateSerializer, Immutable, Alias("FillBatch")]
public sealed record FillBatch([property: Id(0)] Fill[] Fills);
