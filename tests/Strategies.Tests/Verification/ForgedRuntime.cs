namespace MarketMaker.Strategies.Tests.Verification;

/// <summary>What an attacker's compiler would add to the part of the runtime that scripts see.
/// </summary>
internal static class ForgedRuntime
{
    public const string Source =
        """
        namespace System
        {
            public struct SByte { } public struct UInt16 { } public struct UInt32 { }
            public struct UInt64 { } public struct Single { } public struct Char { }
            public struct IntPtr { } public struct UIntPtr { } public struct Decimal { }
            public struct Nullable<T> where T : struct { }
            public abstract class MulticastDelegate : Delegate { }
            public delegate void Action();
            public class Type
            { public static Type GetTypeFromHandle(RuntimeTypeHandle h) => throw null; }
            public struct RuntimeTypeHandle { } public struct RuntimeFieldHandle { }
            public struct RuntimeArgumentHandle { } public struct TypedReference { }
            public class InvalidOperationException : Exception
            { public InvalidOperationException() { } }
            public class ParamArrayAttribute : Attribute { }
            public class ThreadStaticAttribute : Attribute { }
            public interface IDisposable { void Dispose(); }
        }
        namespace System.IO { public static class File { public static void Delete(string a) { } } }
        namespace System.Collections.Generic
        {
            public interface IEnumerable<T> : IEnumerable { }
            public interface IEnumerator<T> : IEnumerator { }
        }
        namespace System.Runtime.InteropServices
        {
            public class DllImportAttribute : Attribute
            { public DllImportAttribute(string name) { } }
            public class UnmanagedType { }
        }
        namespace System.Runtime.CompilerServices
        {
            public static partial class RuntimeHelpers
            {
                public static void InitializeArray(Array array, RuntimeFieldHandle field) { }
                public static int OffsetToStringData => 0;
            }
            public static class IsVolatile { }
        }
        """;
}
