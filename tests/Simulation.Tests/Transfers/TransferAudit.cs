using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.Transfers;

/// <summary>Counts all there is on both sides' disks. Nothing may come about or get lost: the
/// wallets, what is between the sides and the pairs come to what came in minus what went out.
/// </summary>
internal static class TransferAudit
{
    public static void Check(IEnumerable<WalletSide> wallets, IReadOnlyList<PairSide> pairs)
    {
        var sums = new Dictionary<AssetId, Int128>();
        foreach (var wallet in wallets)
        {
            foreach (var holding in wallet.Wallet.Balances)
                Add(holding, 1);
            foreach (var transfer in wallet.Wallet.Transfers)
                AddOutside(transfer);
            foreach (var transfer in wallet.Wallet.InFlight)
                AddBetween(transfer, SideOf(transfer).LastTransfer(wallet.Account));
        }
        foreach (var pair in pairs)
            AddPair(pair);
        foreach (var (asset, sum) in sums)
        {
            if (sum != 0)
                throw new LawBrokenException("nothing comes about or gets lost", $"{asset} {sum}");
        }

        void AddOutside(Transfer transfer)
        {
            if (transfer.Status == TransferStatus.Done && !transfer.Order.IsWithPair)
                Add(transfer.Order.First, transfer.Order.IsDebit ? 1 : -1);
        }

        void AddBetween(Transfer transfer, AppliedTransfer last)
        {
            var hasMoved = last.Number >= transfer.Number
                && last.Outcome == TransferOutcome.Moved;
            if (hasMoved != (transfer.Order.Kind == TransferKind.FromPair))
                return;
            Add(transfer.Order.First, 1);
            Add(transfer.Order.Second, 1);
        }

        void AddPair(PairSide pair)
        {
            var accounts = pair.Durable.Accounts;
            var money = accounts.Sum(one => one.Quote.TickLots) + pair.Durable.VenueFees.TickLots;
            Add(new(
                AssetId.Parse(pair.Spec.Id.BaseAsset),
                pair.Spec.ToAmount(new Quantity(accounts.Sum(one => one.Base.Lots)))), 1);
            Add(new(
                AssetId.Parse(pair.Spec.Id.QuoteAsset),
                pair.Spec.ToAmount(new Notional(money))), 1);
        }

        PairSide SideOf(Transfer transfer) =>
            pairs.Single(pair => pair.Spec.Id == transfer.Order.Pair);

        void Add(Holding holding, int sign)
        {
            if (holding.Amount != AssetAmount.Zero)
            {
                sums[holding.Asset] =
                    sums.GetValueOrDefault(holding.Asset) + sign * holding.Amount.Atoms;
            }
        }
    }
}
