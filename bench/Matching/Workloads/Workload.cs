using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>The commands of a workload file: a header of 16 bytes (<see cref="Magic"/>,
/// <see cref="Version"/>, the number of records), then records of 40.</summary>
internal sealed record Workload(string Name, MarketCommand[] Commands)
{
    public const ulong Magic = 0x4D4542575F303031;
    public const uint Version = 1;
    public const int HeaderLength = 16;
    public const int RecordLength = 40;

    /// <summary>Records of a file: an array of them must stay within the runtime's limits.
    /// </summary>
    public const uint MaxCommands = 50_000_000;

    /// <exception cref="WorkloadException">The file is not a workload.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Workload Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[HeaderLength];
        var length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (length < HeaderLength)
        {
            throw new WorkloadException(
                path, length, $"ends inside the header of {HeaderLength} bytes");
        }
        var magic = BinaryPrimitives.ReadUInt64LittleEndian(header);
        if (magic != Magic)
            throw new WorkloadException(path, 0, $"begins with 0x{magic:X16}, not 0x{Magic:X16}");
        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version != Version)
            throw new WorkloadException(path, 8, $"has version {version}, not {Version}");
        var count = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        if (count > MaxCommands)
        {
            throw new WorkloadException(
                path, 12, $"announces {count} records; at most {MaxCommands} are read");
        }
        return new Workload(path, ReadCommands(path, file, (int)count));
    }

    public void Write(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], (uint)Commands.Length);
        file.Write(header);
        file.Write(MemoryMarshal.AsBytes(Commands.AsSpan()));
    }

    private static MarketCommand[] ReadCommands(string path, FileStream file, int count)
    {
        var expected = HeaderLength + (long)count * RecordLength;
        if (file.Length < expected)
        {
            throw new WorkloadException(
                path, file.Length,
                $"ends there; {count} records were announced, which is {expected} bytes");
        }
        if (file.Length > expected)
        {
            throw new WorkloadException(
                path, expected, $"goes on after the {count} records that were announced");
        }
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Records are read as they lie in memory.");
        var commands = new MarketCommand[count];
        file.ReadExactly(MemoryMarshal.AsBytes(commands.AsSpan()));
        for (var i = 0; i < commands.Length; i++)
        {
            if (WrongField(commands[i]) is var (offset, what))
            {
                throw new WorkloadException(
                    path, HeaderLength + (long)i * RecordLength + offset, $"record {i}: {what}");
            }
        }
        return commands;
    }

    /// <summary>The first field outside its range, by its offset.</summary>
    private static (int Offset, string What)? WrongField(in MarketCommand command) =>
        command.Type > CommandType.Modify ? (0, $"type {(byte)command.Type}, expected 0 to 2")
        : command.Side > Side.Sell ? (1, $"side {(byte)command.Side}, expected 0 or 1")
        : command.IsImmediateOrCancel > 1
            ? (2, $"ioc {command.IsImmediateOrCancel}, expected 0 or 1")
        : command.Ticks is long.MinValue or long.MaxValue
            ? (24, "the least and the greatest number of 64 bits are no prices")
        : null;
}
