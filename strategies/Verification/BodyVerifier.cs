using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace MarketMaker.Strategies.Verification;

/// <summary>The methods of an image: their variables, their instructions, what they call, and that
/// none of them can run for ever without being counted.</summary>
internal sealed class BodyVerifier(
    PEReader file,
    MetadataReader reader,
    ImageNames names,
    IReadOnlyList<(MethodDefinitionHandle Method, MethodRole Role)> methods,
    FieldDefinitionHandle steps)
{
    private const int MaxStack = 1_024;
    private const int MaxLocals = 4_096;
    private const int UserStrings = 0x70;

    private readonly SignatureText _text = new("self");
    private readonly Dictionary<EntityHandle, MethodRole> _roles =
        methods.ToDictionary(each => (EntityHandle)each.Method, each => each.Role);
    private readonly Dictionary<EntityHandle, List<EntityHandle>> _calls = [];

    /// <summary>Checks every method.</summary>
    /// <exception cref="BadImageFormatException">It is not allowed.</exception>
    public void Check()
    {
        foreach (var (handle, role) in methods)
        {
            var method = reader.GetMethodDefinition(handle);
            var name = reader.GetString(method.Name);
            CheckSignature(method, role, name);
            CheckBody(handle, method, role, name);
        }
        ImageVerifier.Require(
            !CallCycle.Exists(_calls), "a method calls itself, directly or through others");
    }

    private void CheckSignature(MethodDefinition method, MethodRole role, string name)
    {
        var signature = method.DecodeSignature(_text, null);
        var isStatic = (method.Attributes & MethodAttributes.Static) != 0;
        ImageVerifier.Require(
            signature.Header.CallingConvention == SignatureCallingConvention.Default
                && !signature.Header.IsGeneric
                && signature.Header.IsInstance == !isStatic
                && !signature.Header.HasExplicitThis
                && signature.RequiredParameterCount == signature.ParameterTypes.Length,
            $"{name} is called in an unusual way");
        ImageVerifier.Require(
            signature.ReturnType == "Void"
                || !signature.ReturnType.EndsWith('&')
                    && names.IsVariable(signature.ReturnType, role),
            $"{name} returns {signature.ReturnType}");
        foreach (var type in signature.ParameterTypes)
            ImageVerifier.Require(names.IsVariable(type, role), $"{name} takes {type}");
    }

    private void CheckBody(
        MethodDefinitionHandle handle, MethodDefinition method, MethodRole role, string name)
    {
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        ImageVerifier.Require(body.MaxStack <= MaxStack, $"{name} needs too large a stack");
        if (!body.LocalSignature.IsNil)
        {
            var locals = reader.GetStandaloneSignature(body.LocalSignature)
                .DecodeLocalSignature(_text, null);
            ImageVerifier.Require(locals.Length <= MaxLocals, $"{name} has too many variables");
            foreach (var type in locals)
                ImageVerifier.Require(names.IsVariable(type, role), $"{name} has a {type}");
        }
        CheckHandlers(body, role, name);
        var instructions = InstructionReader.Read(body.GetILReader());
        _calls[handle] = [];
        foreach (var instruction in instructions)
            CheckInstruction(handle, instruction, role, name);
        CheckSteps(instructions, role, name);
    }

    private static void CheckHandlers(MethodBodyBlock body, MethodRole role, string name)
    {
        // The initialisers' state machine hands on what they throw.
        var allowed = role == MethodRole.Initialisers
            ? body.ExceptionRegions is [{ Kind: ExceptionRegionKind.Catch }]
            : body.ExceptionRegions.IsEmpty;
        ImageVerifier.Require(allowed, $"{name} handles exceptions");
    }

    private void CheckInstruction(
        MethodDefinitionHandle caller, Instruction instruction, MethodRole role, string name)
    {
        var code = instruction.Code;
        ImageVerifier.Require(OpCodeSubset.Allows(role, code), $"{name} has a {code.Name}");
        switch (code.OperandType)
        {
            case OperandType.InlineMethod:
                CheckCall(caller, code, Entity(instruction), role, name);
                break;
            case OperandType.InlineField:
                CheckField(code, Entity(instruction), role, name);
                break;
            case OperandType.InlineType:
                var type = names.TypeOf(Entity(instruction));
                ImageVerifier.Require(
                    names.IsVariable(type, role) && !type.EndsWith('&'),
                    $"{name} has a {code.Name} of {type}");
                break;
            case OperandType.InlineString:
                ImageVerifier.Require(
                    instruction.Token >> 24 == UserStrings, $"{name} has no string");
                reader.GetUserString(
                    MetadataTokens.UserStringHandle(instruction.Token & 0xFFFFFF));
                break;
        }
    }

    private void CheckCall(
        MethodDefinitionHandle caller, OpCode code, EntityHandle target, MethodRole role,
        string name)
    {
        var mayCall = target.Kind switch
        {
            HandleKind.MethodDefinition => MayCall(role, code, target),
            HandleKind.MemberReference =>
                code != OpCodes.Newobj
                && names.MayCall(role, (MemberReferenceHandle)target),
            HandleKind.MethodSpecification => role == MethodRole.Initialize,
            _ => false,
        };
        ImageVerifier.Require(mayCall, $"{name} calls what it may not");
        if (target.Kind == HandleKind.MethodDefinition)
            _calls[caller].Add(target);
    }

    private bool MayCall(MethodRole role, OpCode code, EntityHandle target) =>
        _roles.TryGetValue(target, out var called)
        && (role, called) switch
        {
            (MethodRole.Rule or MethodRole.Initialisers, MethodRole.Rule) =>
                code != OpCodes.Newobj,
            (MethodRole.Factory, MethodRole.Constructor) => code == OpCodes.Newobj,
            (MethodRole.Factory, MethodRole.Initialize) => code != OpCodes.Newobj,
            _ => false,
        };

    private void CheckField(OpCode code, EntityHandle field, MethodRole role, string name)
    {
        var mayUse = field.Kind switch
        {
            HandleKind.FieldDefinition when field == steps => code == OpCodes.Ldsflda,
            HandleKind.FieldDefinition =>
                (code == OpCodes.Ldfld || code == OpCodes.Ldflda || code == OpCodes.Stfld)
                && (role != MethodRole.Rule || IsOfScript((FieldDefinitionHandle)field)),
            HandleKind.MemberReference => code != OpCodes.Ldsflda && code != OpCodes.Ldflda
                && names.MayCall(role, (MemberReferenceHandle)field),
            _ => false,
        };
        ImageVerifier.Require(mayUse, $"{name} uses a field that it may not");
    }

    private bool IsOfScript(FieldDefinitionHandle field)
    {
        var owner = reader.GetFieldDefinition(field).GetDeclaringType();
        return _text.GetTypeFromDefinition(reader, owner, 0)
            == "[self]" + ScriptRuntime.ScriptClass;
    }

    /// <summary>Each method of the author's takes a step first, and each loop at every turn.
    /// </summary>
    private void CheckSteps(
        IReadOnlyList<Instruction> body, MethodRole role, string name)
    {
        var countsEntry = role != MethodRole.Rule
            || body.Count > 2
                && body[0].Code == OpCodes.Ldsflda && Entity(body[0]) == steps
                && IsStep(body[1]);
        ImageVerifier.Require(countsEntry, $"a call of {name} is not counted");
        ImageVerifier.Require(
            !StepCounting.HasFreeLoop(body, IsStep), $"a loop of {name} is not counted");
    }

    private bool IsStep(Instruction instruction) =>
        instruction.Code == OpCodes.Call && names.IsStep(Entity(instruction));

    private static EntityHandle Entity(Instruction instruction) =>
        MetadataTokens.EntityHandle(instruction.Token);
}
