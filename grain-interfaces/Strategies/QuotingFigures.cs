namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>How a rule did, in numbers. Money is in the quote asset and exact; sizes are in the
/// base asset; shares are of the time that was not excused.</summary>
[GenerateSerializer, Immutable, Alias("QuotingFigures")]
public sealed record QuotingFigures
{
    /// <summary>What the fills gained against the reference.</summary>
    [Id(0)]
    public required decimal Spread { get; init; }

    /// <summary>What the reference's moves gained on the inventory.</summary>
    [Id(1)]
    public required decimal Inventory { get; init; }

    /// <summary>What closed trades gained, at average cost.</summary>
    [Id(2)]
    public required decimal Realised { get; init; }

    /// <summary>What the open position would gain at the last reference.</summary>
    [Id(3)]
    public required decimal Unrealised { get; init; }

    /// <summary>Fees paid; negative when rebates outweigh them.</summary>
    [Id(4)]
    public required decimal Fees { get; init; }

    /// <summary>Spread and inventory together, less fees.</summary>
    [Id(5)]
    public required decimal Net { get; init; }

    /// <summary>By how much the decompositions disagree: 0, or there is a bug.</summary>
    [Id(6)]
    public required decimal Residual { get; init; }

    /// <summary>The desk's trades.</summary>
    [Id(7)]
    public required long Fills { get; init; }

    /// <summary>What the desk traded, in the base asset.</summary>
    [Id(8)]
    public required decimal Volume { get; init; }

    /// <summary>What the desk traded, in the quote asset.</summary>
    [Id(9)]
    public required decimal Turnover { get; init; }

    /// <summary>What had been bought less what had been sold, at the end.</summary>
    [Id(10)]
    public required decimal Position { get; init; }

    /// <summary>The largest that the position ever was, long or short, without its sign.</summary>
    [Id(11)]
    public required decimal WorstInventory { get; init; }

    /// <summary>The share of the time with both sides quoted.</summary>
    [Id(12)]
    public required decimal TwoSidedShare { get; init; }

    /// <summary>The share of the time with a compliant ladder.</summary>
    [Id(13)]
    public required decimal CompliantShare { get; init; }

    /// <summary>For how long it did not have to quote.</summary>
    [Id(14)]
    public required decimal ExcusedSeconds { get; init; }

    /// <summary>The mean spread of its best prices while two-sided, in basis points.</summary>
    [Id(15)]
    public required decimal MeanSpreadBps { get; init; }

    /// <summary>The widest spread of its best prices, in basis points.</summary>
    [Id(16)]
    public required decimal MaxSpreadBps { get; init; }

    /// <summary>How often the ladder was replaced.</summary>
    [Id(17)]
    public required long Requotes { get; init; }

    /// <summary>Orders that a requote left as they were.</summary>
    [Id(18)]
    public required long OrdersKept { get; init; }

    /// <summary>Orders that a requote made smaller.</summary>
    [Id(19)]
    public required long OrdersAmended { get; init; }

    /// <summary>New orders of requotes.</summary>
    [Id(20)]
    public required long OrdersPlaced { get; init; }

    /// <summary>Orders that a requote took out.</summary>
    [Id(21)]
    public required long OrdersCancelled { get; init; }

    /// <summary>Ladders that the market refused.</summary>
    [Id(22)]
    public required long RefusedLadders { get; init; }

    /// <summary>Ladders that the market took out by itself.</summary>
    [Id(23)]
    public required long PulledLadders { get; init; }

    /// <summary>Ticks on which the rule failed.</summary>
    [Id(24)]
    public required long RuleFaults { get; init; }

    /// <summary>By how much each number is more than another rule's.</summary>
    public QuotingFigures Minus(QuotingFigures other) => new()
    {
        Spread = Spread - other.Spread,
        Inventory = Inventory - other.Inventory,
        Realised = Realised - other.Realised,
        Unrealised = Unrealised - other.Unrealised,
        Fees = Fees - other.Fees,
        Net = Net - other.Net,
        Residual = Residual - other.Residual,
        Fills = Fills - other.Fills,
        Volume = Volume - other.Volume,
        Turnover = Turnover - other.Turnover,
        Position = Position - other.Position,
        WorstInventory = WorstInventory - other.WorstInventory,
        TwoSidedShare = TwoSidedShare - other.TwoSidedShare,
        CompliantShare = CompliantShare - other.CompliantShare,
        ExcusedSeconds = ExcusedSeconds - other.ExcusedSeconds,
        MeanSpreadBps = MeanSpreadBps - other.MeanSpreadBps,
        MaxSpreadBps = MaxSpreadBps - other.MaxSpreadBps,
        Requotes = Requotes - other.Requotes,
        OrdersKept = OrdersKept - other.OrdersKept,
        OrdersAmended = OrdersAmended - other.OrdersAmended,
        OrdersPlaced = OrdersPlaced - other.OrdersPlaced,
        OrdersCancelled = OrdersCancelled - other.OrdersCancelled,
        RefusedLadders = RefusedLadders - other.RefusedLadders,
        PulledLadders = PulledLadders - other.PulledLadders,
        RuleFaults = RuleFaults - other.RuleFaults,
    };
}
