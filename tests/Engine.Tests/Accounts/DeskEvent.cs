using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

/// <summary>Something that changes a desk's profit and loss.</summary>
internal abstract record DeskEvent
{
    public abstract ProfitAndLoss Apply(ProfitAndLoss desk);

    public sealed record Marked(Mark Mark) : DeskEvent
    {
        public override ProfitAndLoss Apply(ProfitAndLoss desk) => desk.MarkedAt(Mark);
    }

    public sealed record Traded(Side Side, Price Price, Quantity Quantity, Notional Fee) : DeskEvent
    {
        public override ProfitAndLoss Apply(ProfitAndLoss desk) =>
            desk.After(Side, Price, Quantity, Fee);
    }
}
