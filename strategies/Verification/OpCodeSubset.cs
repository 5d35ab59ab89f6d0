using System.Collections.Frozen;
using System.Reflection.Emit;

namespace MarketMaker.Strategies.Verification;

/// <summary>The instructions that a rule's image may have. What is not here is refused.</summary>
internal static class OpCodeSubset
{
    /// <summary>Arithmetic, comparisons, branches, calls, and values in arguments, locals, fields
    /// and elements. No pointers, no native integers, no allocation, no type tests.</summary>
    private static readonly FrozenSet<OpCode> _everywhere = new[]
    {
        OpCodes.Nop, OpCodes.Dup, OpCodes.Pop, OpCodes.Ret,
        OpCodes.Ldarg_0, OpCodes.Ldarg_1, OpCodes.Ldarg_2, OpCodes.Ldarg_3,
        OpCodes.Ldarg_S, OpCodes.Ldarg, OpCodes.Ldarga_S, OpCodes.Ldarga,
        OpCodes.Starg_S, OpCodes.Starg,
        OpCodes.Ldloc_0, OpCodes.Ldloc_1, OpCodes.Ldloc_2, OpCodes.Ldloc_3,
        OpCodes.Ldloc_S, OpCodes.Ldloc, OpCodes.Ldloca_S, OpCodes.Ldloca,
        OpCodes.Stloc_0, OpCodes.Stloc_1, OpCodes.Stloc_2, OpCodes.Stloc_3,
        OpCodes.Stloc_S, OpCodes.Stloc,
        OpCodes.Ldnull, OpCodes.Ldstr, OpCodes.Ldc_I4_M1, OpCodes.Ldc_I4_0, OpCodes.Ldc_I4_1,
        OpCodes.Ldc_I4_2, OpCodes.Ldc_I4_3, OpCodes.Ldc_I4_4, OpCodes.Ldc_I4_5,
        OpCodes.Ldc_I4_6, OpCodes.Ldc_I4_7, OpCodes.Ldc_I4_8, OpCodes.Ldc_I4_S, OpCodes.Ldc_I4,
        OpCodes.Ldc_I8, OpCodes.Ldc_R8,
        OpCodes.Call, OpCodes.Callvirt,
        OpCodes.Br_S, OpCodes.Br, OpCodes.Brfalse_S, OpCodes.Brfalse, OpCodes.Brtrue_S,
        OpCodes.Brtrue, OpCodes.Beq_S, OpCodes.Beq, OpCodes.Bge_S, OpCodes.Bge, OpCodes.Bgt_S,
        OpCodes.Bgt, OpCodes.Ble_S, OpCodes.Ble, OpCodes.Blt_S, OpCodes.Blt, OpCodes.Bne_Un_S,
        OpCodes.Bne_Un, OpCodes.Bge_Un_S, OpCodes.Bge_Un, OpCodes.Bgt_Un_S, OpCodes.Bgt_Un,
        OpCodes.Ble_Un_S, OpCodes.Ble_Un, OpCodes.Blt_Un_S, OpCodes.Blt_Un, OpCodes.Switch,
        OpCodes.Ceq, OpCodes.Cgt, OpCodes.Cgt_Un, OpCodes.Clt, OpCodes.Clt_Un,
        OpCodes.Add, OpCodes.Sub, OpCodes.Mul, OpCodes.Div, OpCodes.Div_Un, OpCodes.Rem,
        OpCodes.Rem_Un, OpCodes.And, OpCodes.Or, OpCodes.Xor, OpCodes.Shl, OpCodes.Shr,
        OpCodes.Shr_Un, OpCodes.Neg, OpCodes.Not,
        OpCodes.Conv_I1, OpCodes.Conv_I2, OpCodes.Conv_I4, OpCodes.Conv_I8, OpCodes.Conv_U1,
        OpCodes.Conv_U2, OpCodes.Conv_U4, OpCodes.Conv_U8, OpCodes.Conv_R8, OpCodes.Conv_R_Un,
        OpCodes.Ldind_I1, OpCodes.Ldind_U1, OpCodes.Ldind_I4, OpCodes.Ldind_I8,
        OpCodes.Ldind_R8, OpCodes.Ldind_Ref,
        OpCodes.Stind_I1, OpCodes.Stind_I4, OpCodes.Stind_I8, OpCodes.Stind_R8,
        OpCodes.Stind_Ref,
        OpCodes.Ldfld, OpCodes.Ldflda, OpCodes.Stfld, OpCodes.Ldsfld, OpCodes.Ldsflda,
        OpCodes.Ldobj, OpCodes.Stobj, OpCodes.Initobj,
        OpCodes.Ldlen, OpCodes.Ldelema, OpCodes.Ldelem, OpCodes.Stelem,
        OpCodes.Ldelem_I1, OpCodes.Ldelem_U1, OpCodes.Ldelem_I4, OpCodes.Ldelem_I8,
        OpCodes.Ldelem_R8, OpCodes.Ldelem_Ref,
        OpCodes.Stelem_I1, OpCodes.Stelem_I4, OpCodes.Stelem_I8, OpCodes.Stelem_R8,
        OpCodes.Stelem_Ref,
    }.ToFrozenSet();

    /// <summary>Whether a method of this role may have the instruction.</summary>
    public static bool Allows(MethodRole role, OpCode code) =>
        _everywhere.Contains(code)
        || role switch
        {
            MethodRole.Initialisers => code == OpCodes.Newarr
                || code == OpCodes.Leave || code == OpCodes.Leave_S,
            MethodRole.Factory => code == OpCodes.Newobj,
            _ => false,
        };
}
