using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Verification;

/// <summary>Decides whether the bytes of an assembly are those of a quoting rule: what it refers
/// to, what it is made of and what its instructions do.</summary>
/// <remarks>
/// It trusts neither the compiler nor the place where the bytes were kept, and needs no compiler.
/// It takes a fraction of a millisecond. It does not follow the types on the evaluation stack: that
/// the bytes came from the compiler is what their signature is for.
/// </remarks>
internal static class ImageVerifier
{
    /// <summary>The largest image, in bytes.</summary>
    public const int MaxImageSize = 1 << 20;

    private const int MaxUserStrings = 1 << 18;

    /// <summary>What the compiler needs for a script; whatever else could be in metadata (P/Invoke,
    /// data at fixed addresses, resources, generics, permissions, …) is refused unseen.</summary>
    private static readonly ImmutableHashSet<TableIndex> _tables =
    [
        TableIndex.Module, TableIndex.TypeRef, TableIndex.TypeDef, TableIndex.Field,
        TableIndex.MethodDef, TableIndex.Param, TableIndex.InterfaceImpl, TableIndex.MemberRef,
        TableIndex.Constant, TableIndex.CustomAttribute, TableIndex.StandAloneSig,
        TableIndex.MethodImpl, TableIndex.TypeSpec, TableIndex.Assembly, TableIndex.AssemblyRef,
        TableIndex.NestedClass, TableIndex.MethodSpec,
    ];

    private static readonly Lazy<AllowedMembers> _allowed = new(() => new AllowedMembers(
    [
        ScriptRuntime.Stub,
        ScriptRuntime.ImageOf(typeof(Tick).Assembly),
        ScriptRuntime.ImageOf(ScriptRuntime.Fuel),
    ]));

    /// <summary>Looks for a reason not to load an image.</summary>
    /// <returns>The first one found, for people; null for a sound image.</returns>
    public static string? Check(byte[] image)
    {
        if (image.Length > MaxImageSize)
            return $"the image has {image.Length} bytes; the limit is {MaxImageSize}";
        try
        {
            using var file = new PEReader(ImmutableArray.Create(image));
            CheckHeaders(file.PEHeaders);
            var reader = file.GetMetadataReader();
            CheckTables(reader);
            new TypeVerifier(file, reader, _allowed.Value).Check();
            return null;
        }
        catch (BadImageFormatException refusal)
        {
            return refusal.Message;
        }
        catch (Exception damage)
        {
            // Damaged bytes make the reader throw all kinds of things; each of them means the same.
            return $"the image is damaged: {damage.Message}";
        }
    }

    private static void CheckHeaders(PEHeaders headers)
    {
        var (native, managed) = (headers.PEHeader, headers.CorHeader);
        Require(native is not null && managed is not null, "this is no assembly");
        Require(headers.IsDll && !headers.IsExe, "this is no library");
        Require(managed!.Flags == CorFlags.ILOnly, "there is native code");
        Require(
            managed.EntryPointTokenOrRelativeVirtualAddress == 0
                && managed.VtableFixupsDirectory.Size == 0
                && managed.ExportAddressTableJumpsDirectory.Size == 0
                && managed.ManagedNativeHeaderDirectory.Size == 0
                && managed.CodeManagerTableDirectory.Size == 0,
            "it has entry points of its own");
        Require(managed.ResourcesDirectory.Size == 0, "there are resources");
        Require(
            native!.ExportTableDirectory.Size == 0
                && native.ThreadLocalStorageTableDirectory.Size == 0
                && native.DelayImportTableDirectory.Size == 0
                && native.ExceptionTableDirectory.Size == 0
                && native.LoadConfigTableDirectory.Size == 0
                && native.CertificateTableDirectory.Size == 0,
            "there are native tables");
    }

    private static void CheckTables(MetadataReader reader)
    {
        Require(reader.MetadataKind == MetadataKind.Ecma335, "this is no ordinary metadata");
        Require(reader.IsAssembly, "this is a module, not an assembly");
        foreach (var table in Enum.GetValues<TableIndex>())
        {
            Require(
                _tables.Contains(table) || (int)table >= MetadataTokens.TableCount
                    || reader.GetTableRowCount(table) == 0,
                $"there is a table {table}");
        }
        Require(
            reader.GetHeapSize(HeapIndex.UserString) <= MaxUserStrings, "the strings are too long");
    }

    internal static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new BadImageFormatException(otherwise);
    }
}
