using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace MarketMaker.Strategies.Tests.Verification;

/// <summary>Signatures of the stub in the names that reflection has for the runtime's.</summary>
internal sealed class StubSignature : ISignatureTypeProvider<string, object?>
{
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetTypeFromDefinition(
        MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> arguments) =>
        $"{genericType}<{string.Join(',', arguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) =>
        throw new NotSupportedException();

    public string GetPointerType(string elementType) => throw new NotSupportedException();

    public string GetPinnedType(string elementType) => throw new NotSupportedException();

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        throw new NotSupportedException();

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        throw new NotSupportedException();

    public string GetTypeFromReference(
        MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        throw new NotSupportedException();

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte kind) =>
        throw new NotSupportedException();
}
