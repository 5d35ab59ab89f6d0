using System.Reflection.Emit;

namespace MarketMaker.Strategies.Verification;

/// <summary>An instruction of a method's body.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Code">What it does.</param>
/// <param name="Token">The metadata token that it names; 0 if none.</param>
/// <param name="Targets">The offsets that it may branch to.</param>
/// <param name="Next">Where the next one begins.</param>
internal readonly record struct Instruction(
    int Offset, OpCode Code, int Token, int[] Targets, int Next)
{
    /// <summary>Whether the instruction after it can follow it.</summary>
    public bool FallsThrough => Code.FlowControl is not
        (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
}
