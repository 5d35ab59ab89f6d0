using System.IO.Compression;
using System.Text;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Tests.Tapes;

public sealed class TapeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tapes_that_were_put_together_are_read_as_one()
    {
        byte[] joined = [.. Member(0, 2_000), .. Member(2_000, 1), .. Member(2_001, 999)];

        var (lines, isCut) = await ReadAsync(joined);

        Assert.Equal(Enumerable.Range(0, 3_000).Select(Line), lines);
        Assert.False(isCut);
    }

    [Fact]
    public async Task A_cut_is_noticed_wherever_it_is_and_nothing_before_it_is_lost()
    {
        var (first, second) = (Member(0, 100), Member(100, 100));
        byte[] joined = [.. first, .. second];

        for (var length = 2; length < joined.Length; length++)
        {
            var (lines, isCut) = await ReadAsync(joined[..length]);

            // Between the two the file is whole.
            Assert.Equal(length != first.Length, isCut);
            Assert.InRange(lines.Count, length < first.Length ? 0 : 100, 200);
            var whole = lines.Take(lines.Count - 1).ToList();
            Assert.Equal(Enumerable.Range(0, whole.Count).Select(Line), whole);
        }
    }

    [Fact]
    public async Task Damage_is_no_cut()
    {
        var damaged = Member(0, 5_000);
        damaged.AsSpan(damaged.Length / 2, 16).Fill(0xff);

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(damaged));
    }

    private static string Line(int number) => $"{number} {{\"n\":{number * 7919}}}";

    private static byte[] Member(int from, int count)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var number in Enumerable.Range(from, count))
                gzip.Write(Encoding.ASCII.GetBytes(Line(number) + "\n"));
        }
        return bytes.ToArray();
    }

    private async Task<(List<string> Lines, bool IsCut)> ReadAsync(byte[] bytes)
    {
        var path = _folder.File("tape.jsonl.gz");
        await File.WriteAllBytesAsync(path, bytes);
        var lines = new List<string>();
        await using var reader = TapeReader.Open(path);
        while (await reader.ReadAsync(CancellationToken.None))
            lines.Add(Encoding.ASCII.GetString(reader.Line.Span));
        return (lines, reader.IsCut);
    }
}
