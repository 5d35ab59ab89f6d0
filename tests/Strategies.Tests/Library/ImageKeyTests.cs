using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Strategies.Tests.Library;

/// <summary>Images that come back from a store.</summary>
public sealed class ImageKeyTests
{
    private const string Bidder = "void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid - 1, 1);";

    private readonly ImageKey _key = ImageKey.NewRandom();

    [Fact]
    public async Task A_stored_image_is_ready_without_a_compiler()
    {
        var stored = (await Compiled()).Stored!;

        var prepared = await WithoutCompiler(_key).PrepareAsync(
            "bidder", Bidder, SignedImage.FromBytes(stored.ToBytes()), CancellationToken.None);

        Assert.True(prepared.IsReady);
        Assert.Equal(RuleCompiler.VersionOf(Bidder), prepared.CreateRule().Version);
        Assert.Equal(stored.Signature, prepared.Stored!.Signature);
    }

    [Fact]
    public async Task An_image_that_was_altered_is_refused()
    {
        var stored = (await Compiled()).Stored!;
        for (var at = 0; at < stored.Image.Length; at += 97)
        {
            var altered = stored.Image.ToArray();
            altered[at] ^= 1;

            await AssertRefused(_key, "bidder", Bidder, stored with { Image = altered });
        }
    }

    [Fact]
    public async Task A_signature_is_for_one_key_one_name_and_one_version()
    {
        var stored = (await Compiled()).Stored!;

        await AssertRefused(ImageKey.NewRandom(), "bidder", Bidder, stored);
        await AssertRefused(_key, "other", Bidder, stored);
        await AssertRefused(_key, "bidder", Bidder + " ", stored);
        await AssertRefused(_key, "bidder", Bidder, stored with { Signature = [] });
    }

    [Fact]
    public async Task A_sound_signature_does_not_make_an_image_sound()
    {
        var other = await File.ReadAllBytesAsync(typeof(ImageKey).Assembly.Location);

        await AssertRefused(
            _key, "bidder", Bidder, _key.Sign("bidder", RuleCompiler.VersionOf(Bidder), other));
    }

    [Fact]
    public async Task A_stored_image_that_is_refused_is_compiled_again()
    {
        var stored = (await Compiled()).Stored!;
        var library = new RuleLibrary();

        var prepared = await library.PrepareAsync(
            "bidder", Bidder, stored, CancellationToken.None);

        Assert.True(prepared.IsReady);
        Assert.NotEqual(stored.Signature, prepared.Stored!.Signature);
    }

    [Fact]
    public void Too_few_bytes_are_no_image() =>
        Assert.Null(SignedImage.FromBytes(new byte[ImageKey.SignatureLength]));

    [Fact]
    public void A_short_key_is_none() =>
        Assert.Throws<ArgumentException>("key", () => new ImageKey(new byte[31]));

    private static async Task AssertRefused(
        ImageKey key, string name, string source, SignedImage stored)
    {
        var prepared = await WithoutCompiler(key).OpenAsync(
            name, RuleCompiler.VersionOf(source), stored, CancellationToken.None);

        Assert.False(prepared.IsReady);
        Assert.Null(prepared.Stored);
        Assert.Equal("MM0011", Assert.Single(prepared.Compilation.Diagnostics).Id);
    }

    private static RuleLibrary WithoutCompiler(ImageKey key) => new(
        new CompilerOf((_, _, _) => throw new InvalidOperationException("asked")), key);

    private Task<PreparedRule> Compiled() =>
        new RuleLibrary(new CompilerOf(RuleCompiler.Compile), _key)
            .PrepareAsync("bidder", Bidder, CancellationToken.None);
}
