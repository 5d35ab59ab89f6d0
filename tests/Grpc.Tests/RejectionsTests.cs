using MarketMaker.Grpc.Orders;
using EngineRejection = MarketMaker.Engine.Book.Rejection;

namespace MarketMaker.Grpc.Tests;

public sealed class RejectionsTests
{
    [Fact]
    public void Each_rejection_of_the_engine_is_one_of_the_contract_and_the_other_way_round()
    {
        var inside = Enum.GetValues<EngineRejection>();

        var outside = inside.Select(Rejections.ToWire).ToArray();

        Assert.Equal(inside.Select(r => r.ToString()), outside.Select(r => r.ToString()));
        Assert.Equal(Enum.GetValues<Contract.Rejection>().Order(), outside.Order());
    }
}
