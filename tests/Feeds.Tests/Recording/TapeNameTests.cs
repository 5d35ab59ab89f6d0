using CsCheck;
using MarketMaker.Feeds.Recording;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class TapeNameTests
{
    private static readonly Gen<long> _time = Gen.Long[0, 4_000_000_000_000_000_000];

    [Fact]
    public void A_name_is_read_as_it_was_written() =>
        Gen.Select(_time, Gen.Bool).Sample((time, isCompressed) =>
        {
            var name = new TapeName("okx", isCompressed, time);

            return TapeName.TryRead("okx", name.ToString(), out var read) && read == name;
        });

    [Fact]
    public void Names_sort_as_their_times() =>
        Gen.Select(_time, _time).Sample((a, b) =>
            Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(
                new TapeName("okx", true, a).ToString(),
                new TapeName("okx", true, b).ToString())));

    [Fact]
    public void A_name_is_what_people_can_read() =>
        Assert.Equal(
            "binance-20240808T235805.318000001Z.jsonl.gz",
            new TapeName("binance", true, 1_723_161_485_318_000_001).ToString());

    [Theory]
    [InlineData("okx-20240808T235805.318000001Z.jsonl.gz")]
    [InlineData("binance-20240808T235805.318000001Z.jsonl.gz.part")]
    [InlineData("binance-20240808T235805.318Z.jsonl.gz")]
    [InlineData("binance-20241308T235805.318000001Z.jsonl.gz")]
    [InlineData("binance-.jsonl.gz")]
    [InlineData("binance-Z.jsonl")]
    [InlineData("notes.txt")]
    public void Other_files_are_none_of_the_series(string name) =>
        Assert.False(TapeName.TryRead("binance", name, out _));
}
