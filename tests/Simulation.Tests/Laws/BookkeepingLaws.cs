using MarketMaker.Engine.Accounts;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Simulation.Tests.World;

namespace MarketMaker.Simulation.Tests.Laws;

/// <summary>What is always so of a desk's books.</summary>
internal sealed class BookkeepingLaws(
    MakerShell shell, EngineShell engine, Disk disk, Conditions conditions)
{
    public void Check()
    {
        var (durable, log) = (disk.Maker.Books.LastFill, disk.LastFill);
        if (durable > log)
        {
            throw new LawBrokenException(
                "durable books are never ahead of the durable log", $"{durable} > {log}");
        }
        if (shell.Maker is null)
            return;
        var books = shell.Maker.Books;
        ProfitIsExact(books);
        if (books.LastFill == engine.Engine.LastFill)
            EachTradeCountsOnce(books);
    }

    private void ProfitIsExact(in DeskBooks books)
    {
        var profit = books.ProfitAndLoss;
        if (profit.Residual != default)
            throw new LawBrokenException("profit adds up both ways", $"{profit}");
        if (profit.Position != books.Base - conditions.DeskBase
            || profit.Cash - profit.Fees != books.Quote - conditions.DeskQuote)
            throw new LawBrokenException("profit is what the balances changed by", $"{books}");
    }

    private void EachTradeCountsOnce(in DeskBooks books)
    {
        var balance = shell.BalanceOfDesk;
        if (books.Base != balance.Base || books.Quote != balance.Quote)
        {
            throw new LawBrokenException(
                "every trade counts exactly once", $"books {books}, balance {balance}");
        }
    }
}
