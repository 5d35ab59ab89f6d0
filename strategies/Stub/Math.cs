namespace System
{
    public static class Math
    {
        public const double E = 2.7182818284590451;
        public const double PI = 3.1415926535897931;
        public const double Tau = 6.2831853071795862;

        public static double Abs(double value) => throw null;
        public static int Abs(int value) => throw null;
        public static long Abs(long value) => throw null;
        public static double Acos(double d) => throw null;
        public static double Asin(double d) => throw null;
        public static double Atan(double d) => throw null;
        public static double Atan2(double y, double x) => throw null;
        public static double Cbrt(double d) => throw null;
        public static double Ceiling(double a) => throw null;
        public static double Clamp(double value, double min, double max) => throw null;
        public static int Clamp(int value, int min, int max) => throw null;
        public static long Clamp(long value, long min, long max) => throw null;
        public static double CopySign(double x, double y) => throw null;
        public static double Cos(double d) => throw null;
        public static double Cosh(double value) => throw null;
        public static double Exp(double d) => throw null;
        public static double Floor(double d) => throw null;
        public static double FusedMultiplyAdd(double x, double y, double z) => throw null;
        public static double Log(double d) => throw null;
        public static double Log10(double d) => throw null;
        public static double Log2(double x) => throw null;
        public static double Max(double val1, double val2) => throw null;
        public static int Max(int val1, int val2) => throw null;
        public static long Max(long val1, long val2) => throw null;
        public static double Min(double val1, double val2) => throw null;
        public static int Min(int val1, int val2) => throw null;
        public static long Min(long val1, long val2) => throw null;
        public static double Pow(double x, double y) => throw null;
        public static double Round(double a) => throw null;
        public static double Round(double value, int digits) => throw null;
        public static int Sign(double value) => throw null;
        public static int Sign(int value) => throw null;
        public static int Sign(long value) => throw null;
        public static double Sin(double a) => throw null;
        public static double Sinh(double value) => throw null;
        public static double Sqrt(double d) => throw null;
        public static double Tan(double a) => throw null;
        public static double Tanh(double value) => throw null;
        public static double Truncate(double d) => throw null;
    }
}
