using MarketMaker.Strategies.Contract;
using Microsoft.CodeAnalysis;

namespace MarketMaker.Strategies.Compiler;

/// <summary>What a script's names may stand for: its own members, the contract, numbers and their
/// functions.</summary>
internal static class Availability
{
    private static readonly string _contract = typeof(Tick).Assembly.GetName().Name!;

    /// <summary>What is available, in a line.</summary>
    public static string Summary { get; } =
        "Quoting rules have double, int, long, bool, arrays of them, enums, the functions of Math "
        + $"and the contract: {string.Join(", ", ContractTypes())}.";

    /// <summary>Whether a script may have values of the type, or call its static members.</summary>
    public static bool Has(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol { Rank: 1 } array => Has(array.ElementType) && !IsBulky(array.ElementType),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32
            or SpecialType.System_Int64 or SpecialType.System_Double
            or SpecialType.System_Void } => true,
        { TypeKind: TypeKind.Enum } when type.ContainingType is { IsScriptClass: true } => true,
        INamedTypeSymbol named => IsOfContract(named) || IsMath(named),
        _ => false,
    };

    /// <summary>Whether a script may use what a name stands for.</summary>
    public static bool Has(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => Has(type),
        IErrorTypeSymbol or INamespaceSymbol or ILocalSymbol or IParameterSymbol
            or IDiscardSymbol => true,
        IMethodSymbol { IsGenericMethod: true } => false,
        IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } => true,
        IMethodSymbol or IFieldSymbol or IPropertySymbol => HasMember(symbol),
        _ => false,
    };

    private static bool HasMember(ISymbol member) =>
        member.ContainingType is { } owner
        && (owner.IsScriptClass
            || owner.TypeKind == TypeKind.Enum && Has(owner)
            || IsOfContract(owner)
            || IsMath(owner)
            || owner.SpecialType is SpecialType.System_Double or SpecialType.System_Int32
                or SpecialType.System_Int64 or SpecialType.System_Array);

    private static bool IsOfContract(INamedTypeSymbol type) =>
        type is { IsGenericType: false } && type.ContainingAssembly?.Name == _contract;

    private static bool IsMath(INamedTypeSymbol type) =>
        type is { Name: nameof(Math), ContainingNamespace.Name: nameof(System) }
        && type.ContainingAssembly?.Name == "System.Runtime";

    /// <summary>Arrays are counted in elements: they must be about as large as a double.</summary>
    private static bool IsBulky(ITypeSymbol element) =>
        element is { IsValueType: true, SpecialType: SpecialType.None }
            and not { TypeKind: TypeKind.Enum };

    private static IEnumerable<string> ContractTypes() => typeof(Tick).Assembly
        .GetExportedTypes()
        .Where(type => !type.IsNested)
        .Select(type => type.Name)
        .Order(StringComparer.Ordinal);
}
