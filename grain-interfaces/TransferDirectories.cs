using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces;

/// <summary>The directories of accounts that may have transfers in flight: several, so that not
/// every transfer of the exchange waits for one.</summary>
public static class TransferDirectories
{
    private const int Count = 16;

    /// <summary>The keys of all of them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. Enumerable.Range(0, Count).Select(Key)];

    /// <summary>The key of an account's directory, always the same: it is stored.</summary>
    public static string KeyOf(AccountId account)
    {
        // FNV-1a; the runtime's own hashes change from process to process.
        var hash = 2_166_136_261u;
        foreach (var letter in account.ToString())
            hash = unchecked((hash ^ letter) * 16_777_619u);
        return Key((int)(hash % Count));
    }

    private static string Key(int index) => $"transfers-{index:00}";
}
