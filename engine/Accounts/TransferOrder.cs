using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What shall move, and by what name. Two orders of one name are the same transfer only
/// if they are equal in all.</summary>
/// <param name="Id">Its name, unique within the account.</param>
/// <param name="Kind">From where to where.</param>
/// <param name="Pair">The pair; <c>default</c> for deposits and withdrawals.</param>
/// <param name="First">What moves; of a pair, its base asset.</param>
/// <param name="Second">What moves with it: of a pair, its quote asset; otherwise <c>default</c>.
/// </param>
public sealed record TransferOrder(
    TransferId Id, TransferKind Kind, PairId Pair, Holding First, Holding Second)
{
    /// <summary>Whether a pair is at the other end.</summary>
    public bool IsWithPair => Kind is TransferKind.ToPair or TransferKind.FromPair;

    /// <summary>Whether the wallet gives the funds.</summary>
    public bool IsDebit => Kind is TransferKind.Withdrawal or TransferKind.ToPair;

    /// <summary>Funds from outside.</summary>
    public static TransferOrder Deposit(TransferId id, Holding what) =>
        new(id, TransferKind.Deposit, default, what, default);

    /// <summary>Funds to the outside.</summary>
    public static TransferOrder Withdrawal(TransferId id, Holding what) =>
        new(id, TransferKind.Withdrawal, default, what, default);

    /// <summary>Funds from the wallet to a pair.</summary>
    public static TransferOrder ToPair(
        TransferId id, PairId pair, AssetAmount amount, AssetAmount money) =>
        new(id, TransferKind.ToPair, pair, Base(pair, amount), Quote(pair, money));

    /// <summary>Funds from a pair to the wallet.</summary>
    public static TransferOrder FromPair(
        TransferId id, PairId pair, AssetAmount amount, AssetAmount money) =>
        new(id, TransferKind.FromPair, pair, Base(pair, amount), Quote(pair, money));

    /// <summary>What it adds to the account's funds in the pair, if the amounts are whole steps of
    /// it; what leaves the pair is negative.</summary>
    public bool TryGetDelta(PairSpec spec, out Quantity amount, out Notional money)
    {
        var areWhole = spec.TryGetQuantity(First.Amount, out amount)
            & spec.TryGetNotional(Second.Amount, out money);
        if (Kind == TransferKind.FromPair)
            (amount, money) = (-amount, -money);
        return areWhole;
    }

    private static Holding Base(PairId pair, AssetAmount amount) =>
        new(AssetId.Parse(pair.BaseAsset), amount);

    private static Holding Quote(PairId pair, AssetAmount money) =>
        new(AssetId.Parse(pair.QuoteAsset), money);
}
