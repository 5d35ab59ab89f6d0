using MarketMaker.Api.Pairs;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Wallets;

/// <summary>Makes orders of what clients ask for, or says everything that is wrong with it.
/// </summary>
internal sealed class TransferReader(PairCatalogue catalogue, Markets markets)
{
    /// <summary>Reads a deposit or a withdrawal.</summary>
    public TransferOrder Read(FundsMovement asked, TransferKind kind, List<FieldError> errors)
    {
        var id = ReadId(asked.TransferId, errors);
        if (!AssetId.TryParse(asked.Asset, out var asset) || !catalogue.Assets.Contains(asset))
        {
            Add(errors, new FieldError(
                "asset", $"asset must be one of {string.Join(", ", catalogue.Assets)}."));
        }
        if (asked.Amount <= AssetAmount.Zero)
        {
            Add(errors, new FieldError(
                "amount", $"amount must be more than 0 and at most {AssetAmount.Max}."));
        }
        return new TransferOrder(id, kind, default, new Holding(asset, asked.Amount), default);
    }

    /// <summary>Reads a transfer between the wallet and a pair.</summary>
    public TransferOrder Read(PairTransfer asked, List<FieldError> errors)
    {
        var id = ReadId(asked.TransferId, errors);
        var kind = asked.Direction switch
        {
            "to-pair" => TransferKind.ToPair,
            "from-pair" => TransferKind.FromPair,
            _ => TransferKind.None,
        };
        if (kind == TransferKind.None)
        {
            Add(errors, new FieldError(
                "direction", "direction must be one of to-pair, from-pair."));
        }
        if (!markets.TryFind(asked.Pair, out var market))
        {
            Add(errors, new FieldError(
                "pair", "pair must be a listed pair; GET /pairs lists them."));
            return new TransferOrder(id, kind, default, default, default);
        }
        CheckSteps(asked, market.Spec, errors);
        return kind == TransferKind.FromPair
            ? TransferOrder.FromPair(id, market.Spec.Id, asked.Base, asked.Quote)
            : TransferOrder.ToPair(id, market.Spec.Id, asked.Base, asked.Quote);
    }

    private static void CheckSteps(PairTransfer asked, PairSpec spec, List<FieldError> errors)
    {
        // A tenth of what a pair can count in all: one account cannot use it up.
        var most = Ledger.MaxTotal / 10;
        if (!spec.TryGetQuantity(asked.Base, out var amount) || !IsWithin(amount.Lots, most))
            Add(errors, Steps("base", spec.ToAmount(new Quantity(1)), most));
        if (!spec.TryGetNotional(asked.Quote, out var money) || !IsWithin(money.TickLots, most))
            Add(errors, Steps("quote", spec.ToAmount(new Notional(1)), most));
        if (asked.Base == AssetAmount.Zero && asked.Quote == AssetAmount.Zero)
            Add(errors, new FieldError("base", "base or quote must be more than 0."));
    }

    /// <summary>A field that could not even be read has its error already.</summary>
    private static void Add(List<FieldError> errors, FieldError error)
    {
        if (errors.TrueForAll(known => known.Field != error.Field))
            errors.Add(error);
    }

    private static bool IsWithin(long steps, long most) => steps >= 0 && steps <= most;

    private static FieldError Steps(string field, AssetAmount step, long most) =>
        new(field, $"{field} must be a multiple of {step} from 0 to {most} times as much.");

    private static TransferId ReadId(string text, List<FieldError> errors)
    {
        if (!TransferId.TryParse(text, out var id))
        {
            Add(errors, new FieldError(
                "transferId",
                $"transferId must have 1 to {TransferId.MaxLength} letters, digits, '.', '-', '_' "
                + "or ':'."));
        }
        return id;
    }
}
