namespace MarketMaker.Strategies.Contract;

/// <summary>The numbers behind a <see cref="Cell"/>, an <see cref="Ewma"/> or a
/// <see cref="Window"/>, as the host saves them.</summary>
internal sealed record NamedCell(CellKind Kind, string Name, double[] Values);
