using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace MarketMaker.Strategies.Verification;

/// <summary>Signatures as text, so that those of two assemblies can be compared: types by their
/// assembly's and their own full name, such as <c>[System.Runtime]System.Object</c>.</summary>
/// <param name="self">What stands for the assembly that is read itself.</param>
internal sealed class SignatureText(string self) : ISignatureTypeProvider<string, object?>
{
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetTypeFromDefinition(
        MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{GetTypeFromDefinition(reader, outer, 0)}/{reader.GetString(type.Name)}"
            : $"[{self}]{FullName(reader, type.Namespace, type.Name)}";
    }

    public string GetTypeFromReference(
        MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference => $"[{AssemblyOf(reader, type)}]"
                + FullName(reader, type.Namespace, type.Name),
            HandleKind.TypeReference =>
                Outer(reader, (TypeReferenceHandle)type.ResolutionScope, handle)
                + $"/{reader.GetString(type.Name)}",
            _ => throw new BadImageFormatException(
                $"the type {reader.GetString(type.Name)} is looked up in another module"),
        };
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte kind) =>
        throw new BadImageFormatException("a signature refers to a type specification");

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{shape.Rank} dimensions]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType + " pinned";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> arguments) =>
        $"{genericType}<{string.Join(',', arguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"function pointer {Of(signature)}";

    /// <summary>A method's signature: calling convention, arity, result and parameters.</summary>
    public static string Of(MethodSignature<string> signature) =>
        $"{signature.Header.RawValue:x2}`{signature.GenericParameterCount} {signature.ReturnType}"
        + $"({string.Join(", ", signature.ParameterTypes)})"
        + (signature.RequiredParameterCount == signature.ParameterTypes.Length ? "" : " vararg");

    private static string FullName(
        MetadataReader reader, StringHandle space, StringHandle name) =>
        space.IsNil
            ? reader.GetString(name)
            : $"{reader.GetString(space)}.{reader.GetString(name)}";

    private static string AssemblyOf(MetadataReader reader, TypeReference type) =>
        reader.GetString(
            reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);

    // A type that encloses itself would be read for ever: it has to come before what is in it.
    private string Outer(
        MetadataReader reader, TypeReferenceHandle outer, TypeReferenceHandle inner) =>
        outer == inner || reader.GetTypeReference(outer).ResolutionScope.Kind
            == HandleKind.TypeReference
            ? throw new BadImageFormatException("types are nested more than once")
            : GetTypeFromReference(reader, outer, 0);
}
