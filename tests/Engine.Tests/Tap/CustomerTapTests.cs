using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Tap;

public sealed class CustomerTapTests
{
    [Fact]
    public void Commands_are_numbered_and_read_on_from_where_one_was()
    {
        var tap = Filled(5);

        Assert.Equal([3L, 4, 5], tap.After(2, 10).Select(command => command.Number));
        Assert.Equal([3L, 4], tap.After(2, 2).Select(command => command.Number));
        Assert.Empty(tap.After(5, 10));
        Assert.Empty(tap.After(9, 10));
        Assert.Equal(new Instant(4), tap.After(3, 1)[0].At);
    }

    [Fact]
    public void The_oldest_are_forgotten_and_the_gap_shows()
    {
        var tap = Filled(CustomerTap.Capacity + 3);

        var commands = tap.After(1, int.MaxValue);

        Assert.Equal(CustomerTap.Capacity, commands.Length);
        Assert.Equal((4, CustomerTap.Capacity + 3), (commands[0].Number, commands[^1].Number));
    }

    [Fact]
    public void A_tap_that_goes_on_knows_nothing_of_what_was_before()
    {
        var tap = new CustomerTap(last: 100);
        tap.Add(CustomerCommand.Resume(new Instant(7)));

        Assert.Equal([101L], tap.After(3, 10).Select(command => command.Number));
    }

    private static CustomerTap Filled(int count)
    {
        var tap = new CustomerTap();
        for (var number = 1; number <= count; number++)
            tap.Add(CustomerCommand.Resume(new Instant(number)));
        return tap;
    }
}
