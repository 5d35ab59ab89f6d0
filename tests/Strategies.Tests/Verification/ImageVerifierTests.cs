using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Verification;
using Microsoft.CodeAnalysis;

namespace MarketMaker.Strategies.Tests.Verification;

/// <summary>Images that the pipeline would never have made.</summary>
public sealed class ImageVerifierTests
{
    private const string OnTick = "void OnTick(in Tick t, Quotes q) { q.Bid(t.Mid, 1); }\n";

    private const string Looping =
        "void OnTick(in Tick t, Quotes q) { for (int i = 0; i < 3; i++) q.Bid(t.Mid - i, 1); }";

    [Theory]
    [InlineData("")]
    [InlineData("double[] a = { 1 }; enum E { A } E e; double F(ref double x, E y) => x + a[0];")]
    public void A_rule_is_sound_whoever_compiled_it(string members) =>
        Assert.Null(ImageVerifier.Check(Forger.Compile(members + OnTick)));

    [Theory]
    [InlineData("void F() { System.IO.File.Delete(\"a\"); }",
        "refers to [System.Runtime]System.IO")]
    [InlineData("Type x = typeof(Tick);", "refers to [System.Runtime]System.Type")]
    [InlineData("bool F(int x) => (object)x == null;", "F has a box")]
    [InlineData("object x;", "the field x is of the type Object")]
    [InlineData("object F() => null;", "F returns Object")]
    [InlineData("void F(object x) { }", "F takes Object")]
    [InlineData("void F() { throw null; }", "F has a throw")]
    [InlineData("void F() { try { F(); } catch { } }", "F handles exceptions")]
    [InlineData("void F() { try { } finally { } try { OnTick(default, null); } finally { F(); } }",
        "F handles exceptions")]
    [InlineData("Quotes F() => new Quotes();", "F has a newobj")]
    [InlineData("double[] F(int n) => new double[n];", "F has a newarr")]
    [InlineData("unsafe void F() { double* x = stackalloc double[9]; }", "F has a conv.u")]
    [InlineData("unsafe void F(double* x) { *x = 1; }", "F takes Double*")]
    [InlineData("unsafe int F() => sizeof(Tick);", "F has a sizeof")]
    [InlineData("unsafe void F(delegate*<void> x) { x(); }", "F takes function pointer")]
    [InlineData("static double x;", "x is static")]
    [InlineData("static void F() { }", "F is static")]
    [InlineData("static double x = 1;", "is static")]
    [InlineData("class A { }", "Rule/A is none of a rule's")]
    [InlineData("class A { ~A() { } }", "Rule/A is none of a rule's")]
    [InlineData("struct A { double x; }", "Rule/A is none of a rule's")]
    [InlineData("interface IA { }", "IA is an interface")]
    [InlineData("Action F(double x) => () => x++;", "refers to [System.Runtime]System.Action")]
    [InlineData("delegate void A();", "refers to")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"c\")] static extern void F();",
        "table ModuleRef")]
    [InlineData("extern void F();", "F has no body")]
    [InlineData("void F<T>() { }", "table GenericParam")]
    [InlineData("int A => 1;", "table Property")]
    [InlineData("event Action A { add { } remove { } }", "table Event")]
    [InlineData("int F() => F();", "calls itself")]
    [InlineData("int F() => G(); int G() => F();", "calls itself")]
    [InlineData("double[] a = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };", "table ClassLayout")]
    [InlineData("volatile int x;", "CompilerServices.IsVolatile")]
    [InlineData("double[] a; double F(long i) => a[i];", "conv.ovf.i")]
    [InlineData("double[,] a;", "2 dimensions")]
    [InlineData("bool F(Quotes x) => (object)x is Tick;", "isinst")]
    [InlineData("double? x;", "refers to [System.Runtime]System.Nullable`1")]
    [InlineData("ref double F(ref double x) => ref x;", "F returns Double&")]
    [InlineData("System.Collections.IEnumerable x;", "x is of the type [System.Runtime]")]
    [InlineData("[ThreadStatic] double x;", "refers to [System.Runtime]System.ThreadStatic")]
    [InlineData("float x;", "x is of the type Single")]
    [InlineData("Exception x;", "x is of the type [System.Runtime]System.Exception")]
    [InlineData("void F(System.Threading.CancellationToken x) { }", "F takes [Market")]
    [InlineData("int F(int x) => x switch { 1 => 1 };", "refers to [System.Runtime]System.Inval")]
    public void An_image_that_does_more_is_refused(string members, string reason) =>
        AssertRefused(reason, Forger.Compile(members + OnTick));

    [Fact]
    public void An_image_that_does_not_count_is_refused() =>
        AssertRefused("steps are not counted", Forger.Compile(OnTick, isCounted: false));

    [Fact]
    public void An_image_that_knows_the_product_is_refused() => AssertRefused(
        "refers to MarketMaker.Engine",
        Forger.Compile(
            "MarketMaker.Engine.Units.Price x;" + OnTick,
            alsoKnown: typeof(Engine.Units.Price)));

    [Fact]
    public void An_image_with_resources_is_refused() => AssertRefused(
        "resources",
        Forger.Compile(OnTick, resources:
        [
            new ResourceDescription("a", () => new MemoryStream([1]), isPublic: true),
        ]));

    [Fact]
    public void An_image_without_a_script_is_refused() => AssertRefused(
        "none of a rule's",
        Forger.Compile("public class Other { }", kind: SourceCodeKind.Regular));

    [Fact]
    public void A_program_is_refused() => AssertRefused(
        "no library",
        Forger.Compile(
            "class Rule { static void Main() { } }", kind: SourceCodeKind.Regular,
            output: OutputKind.ConsoleApplication));

    [Fact]
    public void A_module_is_refused() => AssertRefused(
        "a module",
        Forger.Compile(
            "class Rule { }", kind: SourceCodeKind.Regular, output: OutputKind.NetModule));

    [Fact]
    public void Steps_that_were_taken_out_afterwards_are_missed()
    {
        var image = Sound(Looping);
        var steps = StepsIn(image);
        foreach (var step in steps)
        {
            // ldsflda and call, five bytes each, become nops.
            var altered = image.ToArray();
            altered.AsSpan(step, 10).Clear();
            var reason = ImageVerifier.Check(altered);
            // A for loop counts twice: one of them may go.
            Assert.True(reason is null || reason.Contains("not counted", StringComparison.Ordinal));
        }
        var without = image.ToArray();
        foreach (var step in steps.Skip(1))
            without.AsSpan(step, 10).Clear();

        AssertRefused("a loop of OnTick is not counted", without);
    }

    [Fact]
    public void Damage_is_an_answer_and_not_an_accident()
    {
        var image = Sound(Looping);
        var random = new Random(20260725);

        for (var i = 0; i < 3_000; i++)
        {
            var damaged = image.ToArray();
            for (var k = random.Next(1, 6); k > 0; k--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            _ = ImageVerifier.Check(damaged);
        }
        // What is at the end is for the loader.
        for (var length = 0; length < image.Length / 2; length += 61)
            Assert.NotNull(ImageVerifier.Check(image[..length]));
    }

    [Fact]
    public void A_huge_image_is_not_read() =>
        AssertRefused("the limit is", new byte[ImageVerifier.MaxImageSize + 1]);

    private static byte[] Sound(string source)
    {
        var compilation = RuleCompiler.Compile("sound", source, CancellationToken.None);
        Assert.True(compilation.Accepted);
        return compilation.Image;
    }

    /// <summary>Where steps are taken: ldsflda of the field, call of the member.</summary>
    private static List<int> StepsIn(byte[] image)
    {
        var found = new List<int>();
        for (var at = 0; at < image.Length - 10; at++)
        {
            var step = image.AsSpan(at, 10);
            if (step[0] == 0x7F && step[4] == 0x04 && step[5] == 0x28 && step[9] == 0x0A)
                found.Add(at);
        }
        Assert.True(found.Count >= 3);
        return found;
    }

    private static void AssertRefused(string reason, byte[] image)
    {
        var found = ImageVerifier.Check(image);
        Assert.NotNull(found);
        Assert.Contains(reason, found, StringComparison.Ordinal);
    }
}
