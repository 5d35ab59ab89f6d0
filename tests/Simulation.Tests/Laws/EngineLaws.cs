using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Simulation.Tests.World;

namespace MarketMaker.Simulation.Tests.Laws;

/// <summary>What is always so of the market.</summary>
internal sealed class EngineLaws(EngineShell shell, Conditions conditions)
{
    private long _checked = -1;
    private long _lastFill;
    private int _life;

    private MatchingEngine Engine => shell.Engine;

    public void Check()
    {
        if (shell.Commands == _checked)
            return;
        _checked = shell.Commands;
        Conservation();
        BestPricesDoNotMeet();
        ReservationsAreThoseOfTheOrders();
        TradesAreNumberedAndBetweenTwo();
    }

    private void Conservation()
    {
        var money = Engine.Ledger.VenueFees.TickLots;
        var amount = 0L;
        for (var account = 0; account < Engine.Ledger.Count; account++)
        {
            var balance = Engine.Ledger[account];
            if (balance.BaseAvailable < Quantity.Zero || balance.BaseReserved < Quantity.Zero
                || balance.QuoteAvailable < Notional.Zero || balance.QuoteReserved < Notional.Zero)
                throw new LawBrokenException("no balance is negative", $"{balance}");
            amount += balance.Base.Lots;
            money += balance.Quote.TickLots;
        }
        var customers = Conditions.Customers.Count;
        var allBase = conditions.DeskBase.Lots + customers * Conditions.CustomersBase.Lots;
        var allQuote = conditions.DeskQuote.TickLots
            + customers * Conditions.CustomersQuote.TickLots;
        if (amount != allBase)
            throw new LawBrokenException("base is conserved", $"{amount} of {allBase}");
        if (money != allQuote)
            throw new LawBrokenException("quote and fees are conserved", $"{money} of {allQuote}");
    }

    private void BestPricesDoNotMeet()
    {
        DepthLevel bid = default, ask = default;
        var bids = Engine.CopyDepth(Side.Buy, new Span<DepthLevel>(ref bid));
        var asks = Engine.CopyDepth(Side.Sell, new Span<DepthLevel>(ref ask));
        if (bids > 0 && asks > 0 && bid.Price >= ask.Price)
            throw new LawBrokenException("best bid < best ask", $"{bid} {ask}");
    }

    private void ReservationsAreThoseOfTheOrders()
    {
        Span<long> amounts = stackalloc long[Engine.Ledger.Count];
        Span<long> moneys = stackalloc long[Engine.Ledger.Count];
        foreach (var order in Engine.Orders())
        {
            Engine.Ledger.TryFind(order.Account, out var account);
            if (order.Remaining.Lots < 1)
                throw new LawBrokenException("an order has something left", $"{order}");
            if (order.Side == Side.Sell)
                amounts[account] += order.Remaining.Lots;
            else
                moneys[account] += Cost((order.Price * order.Remaining).TickLots);
        }
        for (var account = 0; account < Engine.Ledger.Count; account++)
        {
            var balance = Engine.Ledger[account];
            if (balance.BaseReserved.Lots != amounts[account]
                || balance.QuoteReserved.TickLots != moneys[account])
            {
                throw new LawBrokenException(
                    "what is reserved is what the orders can cost",
                    $"{Engine.Ledger.Name(account)}: {balance}, orders {amounts[account]} and "
                    + $"{moneys[account]}");
            }
        }
    }

    private long Cost(long notional) =>
        notional + (long)decimal.Ceiling(
            (decimal)notional * conditions.Fees.Worst.PartsPerMillion / 1_000_000);

    private void TradesAreNumberedAndBetweenTwo()
    {
        if (shell.Life != _life)
            (_life, _lastFill) = (shell.Life, Engine.LastFill);
        foreach (ref readonly var fill in Engine.Fills)
        {
            if (fill.Number != _lastFill + 1)
                throw new LawBrokenException("trades are numbered without a gap", $"{fill}");
            if (fill.MakerAccount == fill.TakerAccount)
                throw new LawBrokenException("nobody trades with himself", $"{fill}");
            _lastFill = fill.Number;
        }
        if (_lastFill != Engine.LastFill)
            throw new LawBrokenException("the last trade is the last number", $"{_lastFill}");
    }
}
