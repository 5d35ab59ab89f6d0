using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace MarketMaker.Strategies.Verification;

/// <summary>The types and references of an image: one script class with its enums and the state
/// machine of its initialisers, and the field that the steps are counted by.</summary>
internal sealed class TypeVerifier(PEReader file, MetadataReader reader, AllowedMembers allowed)
{
    private const string Self = "self";
    private const string Script = "[self]" + ScriptRuntime.ScriptClass;
    private const string Runtime = "[System.Runtime]System.";

    private const MethodAttributes Virtual = MethodAttributes.Virtual | MethodAttributes.Abstract;

    private readonly SignatureText _text = new(Self);
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);
    private readonly List<(MethodDefinitionHandle Method, MethodRole Role)> _methods = [];
    private string? _machine;
    private FieldDefinitionHandle _steps;

    /// <summary>Checks everything that there is.</summary>
    /// <exception cref="BadImageFormatException">It is not allowed.</exception>
    public void Check()
    {
        CheckReferences();
        foreach (var handle in reader.TypeDefinitions)
            CheckType(handle);
        ImageVerifier.Require(!_steps.IsNil, "its steps are not counted");
        ImageVerifier.Require(_machine is not null, "it has no field initialisers");
        // Now that all enums are known.
        foreach (var handle in reader.FieldDefinitions)
            CheckField(handle);
        CheckSpecifications();
        var names = new ImageNames(reader, _text, allowed, _enums, _machine!);
        new BodyVerifier(file, reader, names, _methods, _steps).Check();
    }

    private void CheckReferences()
    {
        foreach (var handle in reader.AssemblyReferences)
        {
            var reference = reader.GetAssemblyReference(handle);
            var name = reference.GetAssemblyName().FullName;
            ImageVerifier.Require(allowed.HasAssembly(name), $"it refers to {name}");
            ImageVerifier.Require(
                (reference.Flags & (AssemblyFlags.Retargetable | AssemblyFlags.WindowsRuntime))
                    == 0,
                $"its reference to {name} is not a plain one");
        }
        foreach (var handle in reader.TypeReferences)
        {
            var type = _text.GetTypeFromReference(reader, handle, 0);
            ImageVerifier.Require(allowed.HasType(type), $"it refers to {type}");
        }
        foreach (var handle in reader.MemberReferences)
        {
            var member = ImageNames.MemberOf(reader, _text, handle);
            ImageVerifier.Require(allowed.HasMember(member), $"it refers to {member}");
        }
        foreach (var handle in reader.CustomAttributes)
        {
            ImageVerifier.Require(
                reader.GetCustomAttribute(handle).Constructor.Kind == HandleKind.MemberReference,
                "it has attributes of its own");
        }
    }

    private void CheckType(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = _text.GetTypeFromDefinition(reader, handle, 0);
        var parent = type.BaseType.IsNil ? "" : NameOf(type.BaseType);
        ImageVerifier.Require(
            (type.Attributes & TypeAttributes.LayoutMask) != TypeAttributes.ExplicitLayout
                && (type.Attributes & TypeAttributes.Interface) == 0,
            $"the type {name} is an interface or has a layout of its own");
        var interfaces = type.GetInterfaceImplementations().Count;
        if (name == "[self]<Module>")
            ImageVerifier.Require(IsBare(type) && interfaces == 0, "the module has members");
        else if (name == Script && parent == Runtime + "Object" && interfaces == 0)
            AddMethods(type, RoleInScript);
        else if (parent == Runtime + "Enum" && interfaces == 0 && type.GetMethods().Count == 0)
            _enums.Add(name);
        else if (name.StartsWith("[self]<PrivateImplementationDetails>", StringComparison.Ordinal)
            && parent == Runtime + "Object" && interfaces == 0 && type.GetMethods().Count == 0)
            _steps = StepsIn(type);
        else if (IsMachine(type, name, parent))
            AddMachine(type, name);
        else
            throw new BadImageFormatException($"the type {name} is none of a rule's");
    }

    private bool IsMachine(TypeDefinition type, string name, string parent) =>
        _machine is null
        && name.StartsWith(Script + "/<<Initialize>>", StringComparison.Ordinal)
        && parent == Runtime + "ValueType"
        && type.GetInterfaceImplementations().Count == 1
        && NameOf(reader.GetInterfaceImplementation(type.GetInterfaceImplementations().First())
            .Interface) == ImageNames.MachineInterface;

    private void AddMachine(TypeDefinition type, string name)
    {
        _machine = name;
        AddMethods(type, method => method switch
        {
            "MoveNext" => MethodRole.Initialisers,
            "SetStateMachine" => MethodRole.SetStateMachine,
            _ => throw new BadImageFormatException($"the initialisers have a method {method}"),
        });
    }

    private static MethodRole RoleInScript(string method) => method switch
    {
        ".ctor" => MethodRole.Constructor,
        "<Factory>" => MethodRole.Factory,
        "<Initialize>" => MethodRole.Initialize,
        _ => MethodRole.Rule,
    };

    private void AddMethods(TypeDefinition type, Func<string, MethodRole> roleOf)
    {
        foreach (var handle in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            var name = reader.GetString(method.Name);
            var role = roleOf(name);
            ImageVerifier.Require(
                method.ImplAttributes == MethodImplAttributes.IL
                    && method.RelativeVirtualAddress != 0
                    && (method.Attributes & MethodAttributes.PinvokeImpl) == 0,
                $"{name} has no body of its own");
            ImageVerifier.Require(
                (method.Attributes & Virtual) == 0
                    || role is MethodRole.Initialisers or MethodRole.SetStateMachine,
                $"{name} takes the place of another method");
            ImageVerifier.Require(
                (method.Attributes & MethodAttributes.Static) == 0 || role == MethodRole.Factory,
                $"{name} is static");
            ImageVerifier.Require(
                (method.Attributes & MethodAttributes.RTSpecialName) == 0 || name == ".ctor",
                $"{name} is special");
            _methods.Add((handle, role));
        }
    }

    private static bool IsBare(TypeDefinition type) =>
        type.GetMethods().Count == 0 && type.GetFields().Count == 0;

    private FieldDefinitionHandle StepsIn(TypeDefinition type)
    {
        var fields = type.GetFields().ToArray();
        var counts = fields is [var only] && _steps.IsNil
            && reader.GetFieldDefinition(only) is var field
            && (field.Attributes & FieldAttributes.Static) != 0
            && field.DecodeSignature(_text, null) == ImageNames.StepsType;
        ImageVerifier.Require(counts, "the compiler's own class has more than the steps");
        return fields[0];
    }

    private void CheckField(FieldDefinitionHandle handle)
    {
        var field = reader.GetFieldDefinition(handle);
        var owner = _text.GetTypeFromDefinition(reader, field.GetDeclaringType(), 0);
        var type = field.DecodeSignature(_text, null);
        var isLiteral = (field.Attributes & FieldAttributes.Literal) != 0;
        ImageVerifier.Require(
            isLiteral || handle == _steps || (field.Attributes & FieldAttributes.Static) == 0,
            $"the field {reader.GetString(field.Name)} is static");
        ImageVerifier.Require(
            handle == _steps || owner == _machine || ImageNames.IsValue(type, allowed, _enums),
            $"the field {reader.GetString(field.Name)} is of the type {type}");
    }

    private void CheckSpecifications()
    {
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            var specification = reader.GetTypeSpecification(
                MetadataTokens.TypeSpecificationHandle(row));
            var type = specification.DecodeSignature(_text, null);
            ImageVerifier.Require(
                type is ImageNames.Builder or ImageNames.Result
                    || ImageNames.IsValue(type, allowed, _enums),
                $"it uses the type {type}");
        }
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var specification = reader.GetMethodSpecification(
                MetadataTokens.MethodSpecificationHandle(row));
            ImageVerifier.Require(
                specification.Method.Kind == HandleKind.MemberReference
                    && ImageNames.NameOf(reader, specification.Method) == "Start"
                    && specification.DecodeSignature(_text, null) is [var argument]
                    && argument == _machine,
                "it makes a method of a generic one");
        }
    }

    private string NameOf(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference =>
            _text.GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
        _ => throw new BadImageFormatException("a type is built upon another than the runtime's"),
    };
}
