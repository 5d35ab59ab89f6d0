using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MarketMaker.Strategies.Verification;

namespace MarketMaker.Strategies.Tests.Verification;

/// <summary>The part of the runtime that scripts are compiled against, held against the runtime.
/// </summary>
public sealed class StubTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly _runtime = Assembly.Load("System.Runtime");

    [Fact]
    public void It_has_the_real_ones_full_name()
    {
        using var stub = new PEReader(ScriptRuntime.Stub);

        var name = stub.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();

        Assert.Equal(_runtime.FullName, name.FullName);
    }

    [Fact]
    public void It_refers_to_nothing() =>
        Assert.Empty(Read(reader => reader.AssemblyReferences.ToArray()));

    [Fact]
    public void Every_public_member_is_in_the_runtime_with_the_same_signature()
    {
        var members = Read(MembersOf);
        var real = members
            .Where(member => !member.Contains('('))
            .Select(_runtime.GetType)
            .OfType<Type>()
            .SelectMany(MembersOf)
            .ToHashSet();

        members.ExceptWith(real);

        Assert.True(real.Count > 100);
        Assert.Empty(members);
    }

    private static T Read<T>(Func<MetadataReader, T> read)
    {
        using var stub = new PEReader(ScriptRuntime.Stub);
        return read(stub.GetMetadataReader());
    }

    private static string SignatureTextName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static HashSet<string> MembersOf(MetadataReader reader)
    {
        var text = new StubSignature();
        var found = new HashSet<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public)
                continue;
            var name = SignatureTextName(reader, handle);
            found.Add(name);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                var access = method.Attributes & MethodAttributes.MemberAccessMask;
                if (access is not (MethodAttributes.Public or MethodAttributes.Family))
                    continue;
                var signature = method.DecodeSignature(text, null);
                found.Add($"{name}.{reader.GetString(method.Name)}"
                    + $"({string.Join(',', signature.ParameterTypes)}) {signature.ReturnType}");
            }
            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
            {
                if ((field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Public)
                    continue;
                var value = reader.GetConstant(field.GetDefaultValue());
                found.Add($"{name}.{reader.GetString(field.Name)} = "
                    + reader.GetBlobReader(value.Value).ReadConstant(value.TypeCode));
            }
        }
        return found;
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        var name = $"{type.Namespace}.{type.Name}";
        yield return name;
        foreach (var method in type
            .GetMembers(Public | BindingFlags.NonPublic).OfType<MethodBase>())
        {
            var result = method is MethodInfo info ? info.ReturnType : typeof(void);
            var parameters = method.GetParameters().Select(each => NameOf(each.ParameterType));
            yield return
                $"{name}.{method.Name}({string.Join(',', parameters)}) {NameOf(result)}";
        }
        foreach (var field in type.GetFields(Public).Where(field => field.IsLiteral))
            yield return $"{name}.{field.Name} = {field.GetRawConstantValue()}";
    }

    private static string NameOf(Type type) =>
        type.IsByRef ? NameOf(type.GetElementType()!) + "&"
        : type.IsGenericParameter ? (type.DeclaringMethod is null ? "!" : "!!")
            + type.GenericParameterPosition
        : type.IsGenericType ? $"{type.Namespace}.{type.Name}<"
            + string.Join(',', type.GetGenericArguments().Select(NameOf)) + ">"
        : $"{type.Namespace}.{type.Name}";
}
