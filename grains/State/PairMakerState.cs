using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.State;

/// <summary>What a maker keeps. Replaced as a whole, never changed in place: it may be on its way
/// to the disk.</summary>
[GenerateSerializer, Immutable, Alias("PairMakerState")]
public sealed record PairMakerState
{
    /// <summary>How often the maker was activated: each life of it outranks the earlier ones at
    /// the engine.</summary>
    [Id(0)]
    public long Epoch { get; init; }

    /// <summary>What the operator wants.</summary>
    [Id(1)]
    public MakerMode Mode { get; init; }

    /// <summary>What is quoted; null until the maker was made.</summary>
    [Id(2)]
    public PairConfiguration? Configuration { get; init; }

    /// <summary>The last trade that the books below contain.</summary>
    [Id(3)]
    public long LastFill { get; init; }

    /// <summary>See <see cref="DeskBooks.Fills"/>.</summary>
    [Id(4)]
    public long Fills { get; init; }

    /// <summary>See <see cref="DeskBooks.Base"/>.</summary>
    [Id(5)]
    public Quantity Base { get; init; }

    /// <summary>See <see cref="DeskBooks.Quote"/>.</summary>
    [Id(6)]
    public Notional Quote { get; init; }

    /// <summary>See <see cref="DeskBooks.ProfitAndLoss"/>.</summary>
    [Id(7)]
    public ProfitAndLoss ProfitAndLoss { get; init; }

    /// <summary>What the rule remembers.</summary>
    [Id(8)]
    public CellState[] Cells { get; init; } = [];

    /// <summary>What the rule before remembered when the present version came into force.
    /// </summary>
    [Id(9)]
    public CellState[] CellsBefore { get; init; } = [];

    /// <summary>The rule of another name that was quoted before this one, with its parameters; null
    /// if there was none. The maker goes back to it when no earlier version of the rule is left.
    /// </summary>
    [Id(10)]
    public RuleChoice? Before { get; init; }

    /// <summary>Which version the cells and the trial are of.</summary>
    [Id(11)]
    public string Version { get; init; } = "";

    /// <summary>How the version's trial stands; null where an earlier program wrote this.
    /// </summary>
    [Id(12)]
    public TrialState? Trial { get; init; }

    /// <summary>The books as the engine's arithmetic knows them.</summary>
    public DeskBooks Books
    {
        get => new(LastFill, Fills, Base, Quote, ProfitAndLoss);
        init => (LastFill, Fills, Base, Quote, ProfitAndLoss) =
            (value.LastFill, value.Fills, value.Base, value.Quote, value.ProfitAndLoss);
    }
}
