using System.Runtime.InteropServices;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>A record of a workload file, byte for byte, little-endian: 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct MarketCommand
{
    public CommandType Type;
    public Side Side;
    public byte IsImmediateOrCancel;
    public byte Zero;
    public uint Lots;
    public ulong Sequence;
    public ulong OrderId;
    public long Ticks;
    public long AlsoZero;
}
