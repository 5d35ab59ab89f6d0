namespace MarketMaker.Silo.Tests;

/// <summary><c>strategy check</c> as a person types it.</summary>
public sealed class StrategyCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_sound_rule_is_accepted()
    {
        var file = _folder.File(
            "sound.csx", "void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid - 1, 1);");

        var result = await Command.Run("strategy", "check", file);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"{file}: accepted as version ", result.Output);
    }

    [Fact]
    public async Task A_rule_that_could_never_be_quoted_is_accepted_with_a_warning()
    {
        var file = _folder.File(
            "nan.csx", "void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid * (0.0 / 0.0), 1);");

        var result = await Command.Run("strategy", "check", file);

        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal((0, "", 2), (result.ExitCode, result.Error, lines.Length));
        Assert.Equal(
            $"{file}(1,1): warning MM0014: No answer to a sample tick could be quoted, the first "
            + "for this: Buy level 0: PriceNotFinite. A version that goes on so is left after "
            + "three ticks.",
            lines[0]);
        Assert.StartsWith($"{file}: accepted as version ", lines[1]);
    }

    [Fact]
    public async Task Every_reason_is_a_line_with_its_place()
    {
        var file = _folder.File(
            "bad.csx",
            "double x = \"a\";\nvoid OnTick(in Tick t, Quotes q)\n{\n    goto end;\n}\n");

        var result = await Command.Run("strategy", "check", file);

        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal((1, 2), (result.ExitCode, lines.Length));
        Assert.StartsWith($"{file}(1,12): error MM0008: A quoting rule can have no ", lines[0]);
        Assert.StartsWith($"{file}(4,5): error MM0008: A quoting rule can have no goto ", lines[1]);
    }

    [Fact]
    public async Task A_rule_that_never_ends_is_rejected()
    {
        var file = _folder.File(
            "endless.csx", "void OnTick(in Tick t, Quotes q) { while (true) { } }");

        var result = await Command.Run("strategy", "check", file);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{file}(1,36): error MM0006: FuelExhausted", result.Output);
    }

    [Fact]
    public async Task What_is_no_text_is_rejected()
    {
        var binary = Path.Combine(_folder.Path, "binary.csx");
        await File.WriteAllBytesAsync(binary, [0xFF, 0xFE, 0x80, 0x00]);
        var huge = _folder.File("huge.csx", new string('x', 1_000_000));
        var missing = Path.Combine(_folder.Path, "missing.csx");

        foreach (var file in new[] { binary, huge, missing, _folder.Path, "/dev/zero" })
        {
            var result = await Command.Run("strategy", "check", file);

            Assert.Equal(1, result.ExitCode);
            Assert.StartsWith($"{file}(1,1): error MM0013: ", result.Output);
        }
    }

    [Fact]
    public async Task Without_a_file_the_arguments_are_wrong()
    {
        var result = await Command.Run("strategy", "check");

        Assert.Equal(2, result.ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}
