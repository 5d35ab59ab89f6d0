// What a script's values are made of. The keyword is the type: no member is here that a script
// may not use.
namespace System
{
    public class Object
    {
        public Object() { }
    }

    public abstract class ValueType { protected ValueType() { } }

    public abstract class Enum : ValueType { protected Enum() { } }

    public struct Void { }

    public struct Boolean { }

    public struct Int32
    {
        public const int MaxValue = 2147483647;
        public const int MinValue = -2147483647 - 1;
    }

    public struct Int64
    {
        public const long MaxValue = 9223372036854775807;
        public const long MinValue = -9223372036854775807 - 1;
    }

    public struct Double
    {
        public const double Epsilon = 4.9406564584124654E-324;
        public const double MaxValue = 1.7976931348623157E+308;
        public const double MinValue = -1.7976931348623157E+308;
        public const double NaN = 0.0 / 0.0;
        public const double NegativeInfinity = -1.0 / 0.0;
        public const double PositiveInfinity = 1.0 / 0.0;

        public static bool IsFinite(double d) => throw null;
        public static bool IsInfinity(double d) => throw null;
        public static bool IsNaN(double d) => throw null;
        public static bool IsNegative(double d) => throw null;
        public static bool IsNegativeInfinity(double d) => throw null;
        public static bool IsPositiveInfinity(double d) => throw null;
    }

    public abstract class Array
    {
        private protected Array() { }
        public int Length => throw null;
    }

    // For the literals that are passed on as reasons and names; it has no operation.
    public sealed class String { private String() { } }
}
