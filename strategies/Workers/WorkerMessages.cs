using System.Buffers.Binary;
using System.Text;
using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Strategies.Workers;

/// <summary>What host and worker say to each other: a length of four bytes, and so many bytes.
/// </summary>
/// <remarks>The host believes nothing that a worker says: it has run somebody else's source.
/// </remarks>
internal static class WorkerMessages
{
    /// <summary>The longest message, in bytes.</summary>
    public const int MaxLength = 4 << 20;

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What a worker says first.</summary>
    public static byte[] Ready => Frame(_ => { });

    /// <summary>Asks for a compilation.</summary>
    /// <exception cref="EncoderFallbackException">The source is no text: it has half a character,
    /// which would arrive as another one.</exception>
    public static byte[] Question(string name, string source) => Frame(writer =>
    {
        writer.Write(name);
        writer.Write(source);
    });

    public static (string Name, string Source) ReadQuestion(byte[] message)
    {
        using var reader = Reader(message);
        return (reader.ReadString(), reader.ReadString());
    }

    public static byte[] Answer(RuleCompilation compilation) => Frame(writer =>
    {
        writer.Write(compilation.Diagnostics.Count);
        foreach (var each in compilation.Diagnostics)
        {
            writer.Write(each.Id);
            writer.Write(each.Severity == RuleSeverity.Error);
            writer.Write(each.Message);
            writer.Write(each.Line);
            writer.Write(each.Column);
            writer.Write(each.EndLine);
            writer.Write(each.EndColumn);
        }
        writer.Write(compilation.Image.Length);
        writer.Write(compilation.Image);
    });

    /// <summary>Reads an answer.</summary>
    /// <exception cref="IOException">It is none.</exception>
    public static RuleCompilation ReadAnswer(byte[] message, string name, string version)
    {
        try
        {
            using var reader = Reader(message);
            var diagnostics = new RuleDiagnostic[Count(reader, RuleCompiler.MaxDiagnostics + 1)];
            foreach (ref var each in diagnostics.AsSpan())
            {
                each = new RuleDiagnostic(
                    reader.ReadString(),
                    reader.ReadBoolean() ? RuleSeverity.Error : RuleSeverity.Warning,
                    reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(),
                    reader.ReadInt32(), reader.ReadInt32());
            }
            var image = reader.ReadBytes(Count(reader, message.Length));
            return new RuleCompilation(name, version, diagnostics, image);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new IOException("The answer is none.", error);
        }
    }

    public static async Task<byte[]> ReceiveAsync(Stream from, CancellationToken cancellation)
    {
        var length = new byte[sizeof(int)];
        await from.ReadExactlyAsync(length, cancellation);
        var message = new byte[CheckedLength(length)];
        await from.ReadExactlyAsync(message, cancellation);
        return message;
    }

    /// <summary>The next message; null when there will be none.</summary>
    public static byte[]? Receive(Stream from)
    {
        var length = new byte[sizeof(int)];
        if (from.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return null;
        var message = new byte[CheckedLength(length)];
        from.ReadExactly(message);
        return message;
    }

    private static byte[] Frame(Action<BinaryWriter> write)
    {
        using var message = new MemoryStream();
        using var writer = new BinaryWriter(message, _strict);
        writer.Write(0);
        write(writer);
        writer.Flush();
        var bytes = message.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - sizeof(int));
        return bytes;
    }

    private static BinaryReader Reader(byte[] message) =>
        new(new MemoryStream(message, writable: false), Encoding.UTF8);

    private static int Count(BinaryReader reader, int max)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= max ? count : throw new IOException("The answer is none.");
    }

    private static int CheckedLength(byte[] prefix)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        return length is >= 0 and <= MaxLength
            ? length
            : throw new IOException($"A message of {length} bytes is none.");
    }
}
