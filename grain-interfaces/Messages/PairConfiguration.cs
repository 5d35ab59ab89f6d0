using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a pair's maker quotes and when it must not. Shares are fractions: 0.001 is 0.1 %.
/// </summary>
[GenerateSerializer, Immutable, Alias("PairConfiguration")]
public sealed record PairConfiguration
{
    /// <summary>The quoting rule's name.</summary>
    [Id(0)]
    public string Strategy { get; init; } = "house-ladder";

    /// <summary>Levels on each side, 1 to <see cref="MatchingEngine.MaxQuotesPerSide"/>.</summary>
    [Id(1)]
    public int Levels { get; init; } = 7;

    /// <summary>Best ask − best bid as a share of the reference; more than 0, at most 0.2.
    /// </summary>
    [Id(2)]
    public decimal Spread { get; init; } = 0.001m;

    /// <summary>Distance between levels as a share of the best price; more than 0, and all levels
    /// together at most 0.4.</summary>
    [Id(3)]
    public decimal Spacing { get; init; } = 0.0005m;

    /// <summary>Size of the best level in the base asset; each further level is larger by half of
    /// it. At least one lot.</summary>
    [Id(4)]
    public decimal Size { get; init; }

    /// <summary>By what share of the reference a fully skewed inventory shifts both sides, 0 to
    /// 0.1.</summary>
    [Id(5)]
    public decimal SkewFactor { get; init; } = 0.001m;

    /// <summary>The largest move between two references that is quoted through, as a share; more
    /// than 0, at most 0.5.</summary>
    [Id(6)]
    public decimal MaxMove { get; init; } = 0.005m;

    /// <summary>How long quotes stay away after a larger move, in seconds, 0.1 to 3600.</summary>
    [Id(7)]
    public decimal PauseSeconds { get; init; } = 10;

    /// <summary>How old a reference may be, in seconds, 0.1 to 60.</summary>
    [Id(8)]
    public decimal MaxReferenceAgeSeconds { get; init; } = 2;

    /// <summary>A change of all prices smaller than this share is not sent, 0 to 0.01.</summary>
    [Id(9)]
    public decimal PriceTolerance { get; init; } = 0.00001m;

    /// <summary>A change of all sizes smaller than this share is not sent, 0 to 0.5.</summary>
    [Id(10)]
    public decimal SizeTolerance { get; init; } = 0.05m;

    /// <summary>The rule's own parameters, by name; one that is missing is the rule's default. At
    /// most <see cref="MaxParameters"/>; the rule in force declares their ranges.</summary>
    [Id(11)]
    public IReadOnlyDictionary<string, decimal> Parameters { get; init; } =
        new Dictionary<string, decimal>();

    /// <summary>How far the net profit may fall below its best since a version of the rule came
    /// into force, in the quote asset, before the version before it returns; 0 is no limit.
    /// </summary>
    [Id(12)]
    public decimal GuardLoss { get; init; }

    /// <summary>How far the position may move from where it was when a version of the rule came
    /// into force, in the base asset, before the version before it returns; 0 is no limit.
    /// </summary>
    [Id(13)]
    public decimal GuardPosition { get; init; }

    /// <summary>The most parameters of a rule.</summary>
    public const int MaxParameters = 32;

    /// <summary>Finds everything that is wrong, each with the field's JSON name.</summary>
    public FieldError[] Validate(PairSpec spec)
    {
        var errors = new List<FieldError>();
        // A wrong number of levels is one error, not a reason for others.
        var levels = Math.Clamp(Levels, 1, MatchingEngine.MaxQuotesPerSide);
        var smallest = spec.LotSize;
        var largest = spec.ToDecimal(spec.MaxQuantity);
        var most = spec.ToDecimal(spec.MaxPrice) * largest;
        Require(Strategy.Length is > 0 and <= 64, "strategy", "must have 1 to 64 characters");
        Require(
            Levels is >= 1 and <= MatchingEngine.MaxQuotesPerSide, "levels",
            $"must be from 1 to {MatchingEngine.MaxQuotesPerSide}");
        Require(
            Spread is > 0 and <= 0.2m, "spread", "must be more than 0 and at most 0.2 (20 %)");
        Require(
            Spacing is > 0 and <= 0.1m, "spacing", "must be more than 0 and at most 0.1 (10 %)");
        Require(
            Spacing <= 0.4m / levels, "spacing", "times levels must be at most 0.4 (40 %)");
        Require(
            Size >= smallest && Size <= largest, "size", $"must be from {smallest} to {largest}");
        Require(
            Size <= largest * 2 / (levels + 1), "size",
            $"makes the last level larger than {largest}");
        Require(SkewFactor is >= 0 and <= 0.1m, "skewFactor", "must be from 0 to 0.1 (10 %)");
        Require(MaxMove is > 0 and <= 0.5m, "maxMove", "must be more than 0 and at most 0.5");
        Require(PauseSeconds is >= 0.1m and <= 3600, "pauseSeconds", "must be from 0.1 to 3600");
        Require(
            MaxReferenceAgeSeconds is >= 0.1m and <= 60, "maxReferenceAgeSeconds",
            "must be from 0.1 to 60");
        Require(PriceTolerance is >= 0 and <= 0.01m, "priceTolerance", "must be from 0 to 0.01");
        Require(SizeTolerance is >= 0 and <= 0.5m, "sizeTolerance", "must be from 0 to 0.5");
        Require(
            Parameters.Count <= MaxParameters, "parameters",
            $"must be at most {MaxParameters}");
        Require(
            GuardLoss >= 0 && GuardLoss <= most, "guardLoss", $"must be from 0 to {most}");
        Require(
            GuardPosition >= 0 && GuardPosition <= largest, "guardPosition",
            $"must be from 0 to {largest}");
        return [.. errors];

        void Require(bool holds, string field, string message)
        {
            if (!holds && errors.TrueForAll(error => error.Field != field))
                errors.Add(new FieldError(field, $"{field} {message}."));
        }
    }
}
