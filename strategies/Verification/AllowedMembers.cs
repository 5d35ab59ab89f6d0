using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MarketMaker.Strategies.Verification;

/// <summary>What an image may refer to outside itself: the public types and members of the
/// assemblies that scripts are compiled against, and nothing that they refer to in turn.</summary>
/// <remarks>It is read from those assemblies, so that it follows the contract by itself.</remarks>
internal sealed class AllowedMembers
{
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _assemblies = new(StringComparer.Ordinal);

    /// <summary>Reads the assemblies.</summary>
    /// <param name="images">Their files.</param>
    public AllowedMembers(IEnumerable<ImmutableArray<byte>> images)
    {
        foreach (var image in images)
        {
            using var file = new PEReader(image);
            Read(file.GetMetadataReader());
        }
    }

    /// <summary>Whether there is such a public type.</summary>
    /// <param name="type">As <see cref="SignatureText"/> writes it.</param>
    public bool HasType(string type) => _types.Contains(type);

    /// <summary>Whether there is such a public member.</summary>
    /// <param name="member">As <see cref="Member"/> writes it.</param>
    public bool HasMember(string member) => _members.Contains(member);

    /// <summary>Whether this is one of the assemblies, of the version that was read.</summary>
    /// <param name="fullName">Name, version, culture and token of the key.</param>
    public bool HasAssembly(string fullName) => _assemblies.Contains(fullName);

    /// <summary>A member's type, name and signature.</summary>
    public static string Member(string type, string name, string signature) =>
        $"{type}::{name} {signature}";

    private void Read(MetadataReader reader)
    {
        var self = reader.GetAssemblyDefinition().GetAssemblyName();
        _assemblies.Add(self.FullName);
        var text = new SignatureText(self.Name!);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (!IsPublic(reader, type))
                continue;
            var name = text.GetTypeFromDefinition(reader, handle, 0);
            _types.Add(name);
            ReadMembers(reader, type, name, text);
        }
    }

    private void ReadMembers(
        MetadataReader reader, TypeDefinition type, string typeName, SignatureText text)
    {
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public)
                continue;
            var signature = SignatureText.Of(method.DecodeSignature(text, null));
            _members.Add(Member(typeName, reader.GetString(method.Name), signature));
        }
        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            if ((field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Public)
                continue;
            var signature = field.DecodeSignature(text, null);
            _members.Add(Member(typeName, reader.GetString(field.Name), signature));
        }
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic =>
                IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };
}
