using System.Text;
using CsCheck;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class TapeStreamTests : IDisposable
{
    private static readonly Gen<string[]> _frames =
        Gen.String[Gen.Char[' ', '~'], 0, 200].Array[0, 60];

    private readonly TemporaryFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_read_one_after_the_other_whatever_was_written() =>
        _frames.Array[0, 4].Sample(files =>
        {
            var written = files.Select(Write).ToArray();

            var text = Read(written);

            var lines = files.SelectMany(frames => frames.Select((f, i) => $"{i} {f}\n"));
            return text == string.Concat(lines);
        }, iter: 200);

    [Fact]
    public void A_file_that_is_still_written_is_read_up_to_its_last_flush()
    {
        using var file = TapeFile.Create(_folder.File("live.gz"), compress: true);
        file.Append(1, "{}"u8);
        file.Flush();
        var seen = file.Size;
        file.Append(2, "{}"u8);
        file.Flush();

        Assert.Equal("1 {}\n", Read((file.Path, seen)));
        Assert.Equal("1 {}\n2 {}\n", Read((file.Path, file.Size)));
    }

    [Fact]
    public void A_cut_file_gives_its_whole_lines_and_the_next_begins_on_a_line_of_its_own()
    {
        var frames = Enumerable.Range(0, 500).Select(i => $"{{\"n\":{i * 7919}}}").ToArray();
        var whole = Write(frames);
        var next = Write(["next"]);

        for (var length = 0L; length < whole.Length; length += 13)
        {
            var lines = Read((whole.Path, length), next).Split('\n');

            Assert.Equal(["0 next", ""], lines[^2..]);
            var cut = lines[..^2];
            Assert.Equal(frames.Take(cut.Length).Select((f, i) => $"{i} {f}"), cut);
        }
    }

    [Fact]
    public void A_line_longer_than_any_frame_is_an_error()
    {
        using var file = TapeFile.Create(_folder.File("long.gz"), compress: true);
        file.Append(1, new byte[3 * TapeFile.MaxFrame]);
        file.Flush();

        var error = Assert.Throws<InvalidDataException>(
            () => Read((file.Path, file.Size)));

        Assert.Contains($"{TapeFile.MaxFrame} bytes", error.Message, StringComparison.Ordinal);
    }

    private (string Path, long Length) Write(string[] frames)
    {
        var path = _folder.File($"{Interlocked.Increment(ref _files)}.jsonl.gz");
        using (var file = TapeFile.Create(path, compress: true))
        {
            foreach (var (number, frame) in frames.Index())
                file.Append(number, Encoding.ASCII.GetBytes(frame));
        }
        return (path, new FileInfo(path).Length);
    }

    private static string Read(params (string Path, long Length)[] files)
    {
        using var stream = new TapeStream(
            [.. files.Select(file => FilePart.Open(file.Path, file.Length))]);
        var text = new MemoryStream();
        stream.CopyToAsync(text, bufferSize: 77).GetAwaiter().GetResult();
        return Encoding.ASCII.GetString(text.ToArray());
    }
}
