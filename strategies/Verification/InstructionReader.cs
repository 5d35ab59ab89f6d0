using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace MarketMaker.Strategies.Verification;

/// <summary>Takes a method's body apart.</summary>
internal static class InstructionReader
{
    private const int TwoBytes = 0xFE;

    private static readonly FrozenDictionary<int, OpCode> _codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (OpCode)field.GetValue(null)!)
            .ToFrozenDictionary(code => (int)(ushort)code.Value);

    /// <summary>Every instruction, in order.</summary>
    /// <exception cref="BadImageFormatException">The bytes are no instructions, or a branch leads
    /// elsewhere than to the beginning of one.</exception>
    public static IReadOnlyList<Instruction> Read(BlobReader body)
    {
        var instructions = new List<Instruction>();
        while (body.RemainingBytes > 0)
            instructions.Add(ReadOne(ref body));
        if (instructions.Count == 0 || instructions[^1].FallsThrough)
            throw new BadImageFormatException("a method's body has no end");
        var starts = instructions.Select(each => each.Offset).ToHashSet();
        if (instructions.Exists(each => !Array.TrueForAll(each.Targets, starts.Contains)))
            throw new BadImageFormatException("a branch leads into an instruction");
        return instructions;
    }

    private static Instruction ReadOne(ref BlobReader body)
    {
        var offset = body.Offset;
        int value = body.ReadByte();
        if (value == TwoBytes)
            value = value << 8 | body.ReadByte();
        if (!_codes.TryGetValue(value, out var code))
            throw new BadImageFormatException($"0x{value:x} is no instruction");
        var token = 0;
        int[] targets = [];
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                break;
            case OperandType.ShortInlineBrTarget:
                var near = body.ReadSByte();
                targets = [body.Offset + near];
                break;
            case OperandType.InlineBrTarget:
                var far = body.ReadInt32();
                targets = [body.Offset + far];
                break;
            case OperandType.InlineSwitch:
                targets = ReadSwitch(ref body);
                break;
            case OperandType.ShortInlineI or OperandType.ShortInlineVar:
                body.ReadByte();
                break;
            case OperandType.InlineVar:
                body.ReadUInt16();
                break;
            case OperandType.InlineI or OperandType.ShortInlineR:
                body.ReadInt32();
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                body.ReadInt64();
                break;
            default:
                token = body.ReadInt32();
                break;
        }
        return new Instruction(offset, code, token, targets, body.Offset);
    }

    private static int[] ReadSwitch(ref BlobReader body)
    {
        var count = body.ReadInt32();
        if (count < 0 || count > body.RemainingBytes / sizeof(int))
            throw new BadImageFormatException("a switch has no end");
        var targets = new int[count];
        foreach (ref var target in targets.AsSpan())
            target = body.ReadInt32();
        foreach (ref var target in targets.AsSpan())
            target += body.Offset;
        return targets;
    }
}
