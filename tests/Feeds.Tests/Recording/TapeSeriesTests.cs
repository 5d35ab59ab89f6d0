using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class TapeSeriesTests : IDisposable
{
    private const long Second = 1_000_000_000;
    private const long Start = 1_700_000_000 * Second;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_completed_at_its_size_and_all_frames_are_in_one_of_them()
    {
        var limits = new TapeLimits { RotateBytes = 8192, MaxBytes = 1024 * 1024 };
        var expected = new StringBuilder();
        using (var tape = Open(limits))
        {
            for (var i = 0; i < 2000; i++)
                expected.Append(Append(tape, Start + i, i));
        }

        var files = Files();
        Assert.InRange(files.Length, 5, 60);
        Assert.All(files[..^1], file => Assert.InRange(file.Length, 8192, 3 * 8192));
        Assert.Equal(expected.ToString(), Read(limits));
    }

    [Fact]
    public void A_file_is_completed_at_its_age_even_if_nothing_more_comes()
    {
        var limits = new TapeLimits { RotateEvery = TimeSpan.FromSeconds(10) };
        using var tape = Open(limits);
        Append(tape, Start, 1);
        Append(tape, Start + 10 * Second - 1, 2);
        Append(tape, Start + 10 * Second, 3);
        tape.Settle(Start + 20 * Second);
        var counted = tape.Count;
        Append(tape, Start + 20 * Second, 4);

        Assert.Equal(2, counted);
        Assert.Equal(
            [
                "tape-20231114T221320.000000000Z.jsonl.gz",
                "tape-20231114T221330.000000000Z.jsonl.gz",
                "tape-20231114T221340.000000000Z.jsonl.gz",
            ],
            Files().Select(file => file.Name));
    }

    [Fact]
    public void The_oldest_files_go_so_that_the_cap_holds_at_any_time()
    {
        var limits = new TapeLimits { RotateBytes = 4096, MaxBytes = 32 * 1024 };
        using var tape = Open(limits);
        var largest = 0L;
        for (var i = 0; i < 3000; i++)
        {
            Append(tape, Start + i, i);
            tape.Settle(Start + i);
            largest = Math.Max(largest, Files().Sum(file => file.Length));
        }

        // A file is looked at before a frame, so each passes its size by a frame at most.
        Assert.InRange(largest, 24 * 1024, 34 * 1024);
        Assert.DoesNotContain(Files(), file => file.Name.Contains("221320.000000000"));
        Assert.EndsWith($"{Start + 2999} {Frame(2999)}\n", Read(limits), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_goes_when_its_newest_frame_is_too_old()
    {
        var limits = new TapeLimits
        {
            RotateEvery = TimeSpan.FromMinutes(1),
            MaxAge = TimeSpan.FromMinutes(3),
        };
        using var tape = Open(limits);
        for (var minute = 0; minute < 10; minute++)
        {
            Append(tape, Start + minute * 60 * Second, minute);
            tape.Settle(Start + minute * 60 * Second);
        }

        Assert.Equal(4, Files().Length);
        Assert.Equal(Start + 6 * 60 * Second, tape.Content!.Begin);
        tape.Settle(Start + 20 * 60 * Second);
        Assert.Empty(Files());
        Assert.Null(tape.Content);
    }

    [Fact]
    public void What_an_earlier_process_left_is_taken_up_and_other_files_are_left_alone()
    {
        var limits = new TapeLimits { RotateBytes = 4096, MaxBytes = 8192, MaxFiles = 3 };
        File.WriteAllText(_folder.File("notes.txt"), new string('x', 100_000));
        File.WriteAllText(_folder.File("other-20231114T221320.000000000Z.jsonl.gz"), "");
        for (var run = 0; run < 5; run++)
        {
            using var tape = Open(limits);
            Append(tape, Start + run, run);
        }

        Assert.Equal(3 + 1, Files().Length);
        using var last = Open(limits);
        last.Open();
        Assert.Equal((Start + 2, 3), (last.Content!.Begin, last.Count));
    }

    [Fact]
    public void A_wall_clock_set_back_between_two_processes_leaves_the_files_in_order()
    {
        using (var first = Open(new TapeLimits()))
            Append(first, Start, 1);
        using (var second = Open(new TapeLimits()))
            Append(second, Start - 3600 * Second, 2);

        Assert.Equal(
            $"{Start} {Frame(1)}\n{Start - 3600 * Second} {Frame(2)}\n", Read(new TapeLimits()));
    }

    [RecordedDataFact(RecordedDataFactAttribute.WireTape)]
    public void A_recorded_minute_that_is_written_anew_is_the_same_text_to_the_last_byte()
    {
        using var original = new StreamReader(new GZipStream(
            File.OpenRead(RecordedDataFactAttribute.Find(RecordedDataFactAttribute.WireTape)!),
            CompressionMode.Decompress));
        var text = original.ReadToEnd();
        var limits = new TapeLimits { RotateBytes = 64 * 1024, MaxBytes = 64 * 1024 * 1024 };
        using (var tape = Open(limits))
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var at = line.IndexOf(' ', StringComparison.Ordinal);
                var time = long.Parse(line.AsSpan(0, at), CultureInfo.InvariantCulture);
                tape.Append(time, Encoding.UTF8.GetBytes(line[(at + 1)..]));
            }
        }

        Assert.InRange(Files().Length, 8, 40);
        Assert.Equal(text, Read(limits));
    }

    [Fact]
    public void A_window_that_is_open_outlives_its_files()
    {
        var limits = new TapeLimits { RotateBytes = 4096, MaxBytes = 8192 };
        using var tape = Open(limits);
        var first = Append(tape, Start, 0);
        var parts = tape.OpenParts();
        for (var i = 1; i < 2000; i++)
            Append(tape, Start + i, i);

        Assert.DoesNotContain(Files(), file => file.Name.Contains("221320.000000000"));
        Assert.Equal(first, Text(parts));
    }

    [Fact]
    public void A_disk_that_fails_is_told_and_the_next_frame_begins_anew()
    {
        var path = _folder.File("gone");
        using var tape = new TapeSeries(path, "tape", new TapeLimits());
        Append(tape, Start, 1);
        tape.Settle(Start);
        tape.Dispose();
        Directory.Delete(path, recursive: true);

        Assert.ThrowsAny<IOException>(() => Append(tape, Start + 1, 2));
        Directory.CreateDirectory(path);
        Append(tape, Start + 2, 3);

        Assert.Equal(2, tape.Count);
    }

    private TapeSeries Open(TapeLimits limits) => new(_folder.Path, "tape", limits);

    private FileInfo[] Files() =>
        [.. new DirectoryInfo(_folder.Path).GetFiles("*.jsonl.gz").OrderBy(file => file.Name)];

    private string Read(TapeLimits limits)
    {
        using var tape = Open(limits);
        tape.Open();
        return Text(tape.OpenParts());
    }

    private static string Text(IReadOnlyList<FilePart> parts)
    {
        using var stream = new TapeStream(parts);
        var text = new MemoryStream();
        stream.CopyToAsync(text).GetAwaiter().GetResult();
        return Encoding.ASCII.GetString(text.ToArray());
    }

    private static string Append(TapeSeries tape, long at, int number)
    {
        var frame = Frame(number);
        tape.Append(at, Encoding.ASCII.GetBytes(frame));
        return $"{at} {frame}\n";
    }

    /// <summary>Digits that do not compress below half.</summary>
    private static string Frame(int number) => $"{{\"h\":\"{Convert.ToHexString(
        SHA256.HashData(BitConverter.GetBytes(number)))}\"}}";
}
