using System.Collections.Frozen;
using System.Reflection.Metadata;

namespace MarketMaker.Strategies.Verification;

/// <summary>The names of an image's types and members, and what may be done with them.</summary>
internal sealed class ImageNames(
    MetadataReader reader,
    SignatureText text,
    AllowedMembers allowed,
    IReadOnlySet<string> enums,
    string machine)
{
    /// <summary>The type of the field by which the steps are counted.</summary>
    public const string StepsType =
        "[MarketMaker.Strategies.Fuel]System.Threading.CancellationToken";

    /// <summary>What the state machine of the initialisers implements.</summary>
    public const string MachineInterface =
        "[System.Runtime]System.Runtime.CompilerServices.IAsyncStateMachine";

    /// <summary>What runs the initialisers.</summary>
    public const string Builder = BuilderType + "<Object>";

    /// <summary>What the initialisers come to.</summary>
    public const string Result = "[System.Runtime]System.Threading.Tasks.Task`1<Object>";

    private const string BuilderType =
        "[System.Runtime]System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1";

    private const string Contract = "[MarketMaker.Strategies.Contract]";
    private const string Exception = "[System.Runtime]System.Exception";

    /// <summary>The types of the runtime whose static methods a rule may call.</summary>
    private static readonly FrozenSet<string> _callable = new[]
    {
        "[System.Runtime]System.Math", "[System.Runtime]System.Double",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _numbers = new[]
    {
        "Boolean", "Int32", "Int64", "Double", "String",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether this is the call that takes a step.</summary>
    public bool IsStep(EntityHandle method) =>
        method.Kind == HandleKind.MemberReference
        && ParentOf(reader, text, (MemberReferenceHandle)method) == StepsType
        && NameOf(reader, method) == "ThrowIfCancellationRequested";

    /// <summary>Whether a rule's values may have the type: numbers, text that it passes on, its
    /// enums, what the contract has, and arrays of these.</summary>
    public static bool IsValue(string type, AllowedMembers allowed, IReadOnlySet<string> enums)
    {
        while (type.EndsWith("[]", StringComparison.Ordinal))
            type = type[..^2];
        return _numbers.Contains(type) || enums.Contains(type)
            || type.StartsWith(Contract, StringComparison.Ordinal) && allowed.HasType(type);
    }

    /// <summary>Whether a parameter, a result or a local of a method may have the type.</summary>
    public bool IsVariable(string type, MethodRole role)
    {
        if (type.EndsWith('&'))
            type = type[..^1];
        return IsValue(type, allowed, enums)
            || role != MethodRole.Rule
                && (type is "Object" or "Object[]" or Exception or Builder or Result
                    or MachineInterface
                    || type == machine
                    || type == "[self]" + ScriptRuntime.ScriptClass);
    }

    /// <summary>Whether a method of this role may call a member of another assembly.</summary>
    public bool MayCall(MethodRole role, MemberReferenceHandle member)
    {
        var (type, name) = (ParentOf(reader, text, member), NameOf(reader, member));
        if (type == "[System.Runtime]System.Runtime.CompilerServices.RuntimeHelpers"
            || type == StepsType)
            return true;
        if (name is ".ctor" or ".cctor")
            return role == MethodRole.Constructor && type == "[System.Runtime]System.Object";
        if (type == BuilderType)
        {
            return role is MethodRole.Initialize or MethodRole.Initialisers
                or MethodRole.SetStateMachine;
        }
        return _callable.Contains(type)
            || type.StartsWith(Contract, StringComparison.Ordinal);
    }

    /// <summary>A type that an instruction names.</summary>
    public string TypeOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference =>
            Primitive(text.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0)),
        HandleKind.TypeDefinition =>
            text.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeSpecification => reader
            .GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(text, null),
        _ => throw new BadImageFormatException("an instruction names no type"),
    };

    /// <summary>A member of another assembly, as <see cref="AllowedMembers.Member"/> writes it.
    /// </summary>
    public static string MemberOf(
        MetadataReader reader, SignatureText text, MemberReferenceHandle handle)
    {
        var member = reader.GetMemberReference(handle);
        var signature = member.GetKind() == MemberReferenceKind.Method
            ? SignatureText.Of(member.DecodeMethodSignature(text, null))
            : member.DecodeFieldSignature(text, null);
        return AllowedMembers.Member(
            ParentOf(reader, text, handle), reader.GetString(member.Name), signature);
    }

    /// <summary>A method's or a field's name.</summary>
    public static string NameOf(MetadataReader reader, EntityHandle member) =>
        reader.GetString(reader.GetMemberReference((MemberReferenceHandle)member).Name);

    private static string ParentOf(
        MetadataReader reader, SignatureText text, MemberReferenceHandle handle)
    {
        var parent = reader.GetMemberReference(handle).Parent;
        if (parent.Kind == HandleKind.TypeReference)
            return text.GetTypeFromReference(reader, (TypeReferenceHandle)parent, 0);
        ImageVerifier.Require(
            parent.Kind == HandleKind.TypeSpecification
                && reader.GetTypeSpecification((TypeSpecificationHandle)parent)
                    .DecodeSignature(text, null) == Builder,
            "it refers to a member of an unusual type");
        return BuilderType;
    }

    /// <summary>Signatures have letters for these types, instructions their names.</summary>
    private static string Primitive(string type) => type switch
    {
        "[System.Runtime]System.Boolean" => "Boolean",
        "[System.Runtime]System.Int32" => "Int32",
        "[System.Runtime]System.Int64" => "Int64",
        "[System.Runtime]System.Double" => "Double",
        _ => type,
    };
}
