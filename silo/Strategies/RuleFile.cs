using System.Text;
using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Silo.Strategies;

/// <summary>A rule in a file that anybody may have named: nothing is read that is too long, no
/// text, or does not come.</summary>
internal static class RuleFile
{
    /// <summary>As many bytes as the longest source can have in UTF-8, and a mark before it.
    /// </summary>
    private const int MaxBytes = RuleCompiler.MaxSourceLength * 4 + 3;

    private const char Mark = '\uFEFF';

    /// <summary>A file that is a pipe may never end.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <returns>Its text; or null, and what is wrong with it.</returns>
    public static async Task<(string? Source, string? Problem)> ReadAsync(
        string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
            return (null, "This is a directory, not a rule's file.");
        try
        {
            var bytes = await Task.Run(() => ReadBytes(path), cancellation)
                .WaitAsync(_patience, TimeProvider.System, cancellation);
            if (bytes.Length > MaxBytes)
                return (null, $"The file has more than {MaxBytes} bytes: too many for a rule.");
            return (_strict.GetString(bytes).TrimStart(Mark), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "The file is not text in UTF-8.");
        }
        catch (TimeoutException)
        {
            return (null, "The file cannot be read to its end.");
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException
                or NotSupportedException)
        {
            return (null, $"The file cannot be read: {error.Message}");
        }
    }

    /// <summary>The rule's name: the file's without its ending, if a rule can be called so.
    /// </summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
        return RuleCompiler.IsName(name) ? name : "rule";
    }

    /// <summary>A diagnostic as compilers print it, in one line whatever it says.</summary>
    public static string Describe(string file, RuleDiagnostic found)
    {
        var severity = found.Severity == RuleSeverity.Error ? "error" : "warning";
        var message = found.Message.ReplaceLineEndings(" ");
        return $"{file}({found.Line},{found.Column}): {severity} {found.Id}: {message}";
    }

    private static byte[] ReadBytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        var bytes = new byte[MaxBytes + 1];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
