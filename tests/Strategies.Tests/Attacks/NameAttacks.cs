namespace MarketMaker.Strategies.Tests.Attacks;

/// <summary>Constructs that rules have, with names that they do not.</summary>
internal static class NameAttacks
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Missing().Select(each =>
            new Attack(each.Name, Stage.Compiler, Attack.Tick(each.Source))),
        .. Refused().Select(each =>
            new Attack(each.Name, Stage.Names, Attack.Tick(each.Source))),
        .. Members(),
    ];

    /// <summary>What is not in the part of the runtime that the compiler sees.</summary>
    private static IEnumerable<(string Name, string Source)> Missing() =>
    [
        ("a file", "System.IO.File.Delete(\"/tmp/x\");"),
        ("a file's text", "var x = System.IO.File.ReadAllText(\"/etc/passwd\");"),
        ("a process", "System.Diagnostics.Process.Start(\"sh\");"),
        ("the environment", "Environment.Exit(1);"),
        ("failing fast", "Environment.FailFast(\"a\");"),
        ("the environment's variables", "Environment.GetEnvironmentVariable(\"PATH\");"),
        ("the console", "Console.WriteLine(\"a\");"),
        ("the collector", "GC.Collect();"),
        ("a thread", "System.Threading.Thread.Sleep(100000);"),
        ("a timer", "System.Threading.Timer x = null;"),
        ("the clock", "var x = DateTime.UtcNow;"),
        ("chance", "var x = Random.Shared;"),
        ("an identifier by chance", "var x = Guid.NewGuid();"),
        ("a type", "Type x = null;"),
        ("a type's name", "Type.GetType(\"System.IO.File\");"),
        ("an activator", "Activator.CreateInstance(null);"),
        ("reflection", "System.Reflection.Assembly.Load(\"a\");"),
        ("a load context", "System.Runtime.Loader.AssemblyLoadContext x = null;"),
        ("marshalling", "System.Runtime.InteropServices.Marshal.AllocHGlobal(1);"),
        ("unsafe casts", "System.Runtime.CompilerServices.Unsafe.SkipInit(out int x);"),
        ("a member of object", "var x = q.GetType();"),
        ("text of an object", "var x = q.ToString();"),
        ("a hash of an object", "var x = q.GetHashCode();"),
        ("text of a number", "var x = t.Mid.ToString();"),
        ("a number from text", "var x = double.Parse(\"1\");"),
        ("a native integer", "nint x = 1;"),
        ("a big multiplication", "var x = Math.BigMul(1, 2);"),
        ("a cloned array", "double[] a = null; var x = a.Clone();"),
        ("the counter of steps", "MarketMaker.Strategies.Fuel.FuelTank.Left = 1000000;"),
        ("the declarations", "MarketMaker.Strategies.Contract.Declarations x = null;"),
        ("the host", "MarketMaker.Strategies.Compiler.RuleCompiler.Compile(\"a\", \"b\");"),
        ("a private member of the answer", "q.End(1);"),
        ("an internal side", "q.Bids.Add(1, 1);"),
        ("a parameter's setter", "Parameter x = null; x.Value = 1;"),
        ("a switch without an end", "int x = t.Levels switch { 1 => 1 };"),
        ("an integer that has no type", "int x = -2147483648;"),
    ];

    /// <summary>What the compiler sees, but a rule may not say.</summary>
    private static IEnumerable<(string Name, string Source)> Refused() =>
    [
        ("dynamic", "dynamic x = q;"),
        ("dynamic calls", "dynamic x = q; x.Foo();"),
        ("object by its name", "Object x = q;"),
        ("string by its name", "String x = null;"),
        ("an exception", "Exception x = null;"),
        ("a value type by its base", "ValueType x = null;"),
        ("an enumerable", "System.Collections.IEnumerable x = null;"),
        ("a task by its name", "System.Threading.Tasks.Task x = null;"),
        ("the token of steps", "System.Threading.CancellationToken x;"),
        ("the stack's guard",
            "System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();"),
        ("the script itself", "Rule x = null;"),
        ("a byte by its name", "Byte x;"),
        ("the name of a member", "q.PullBids(nameof(t));"),
        ("text in a variable", "var x = nameof(t);"),
        ("text that the contract remembers", "var x = q.BidsPulledBecause;"),
        ("a method as a value", "var x = Math.Abs(1) + 0; dynamic y = x;"),
        ("a resized array", "double[] a = null; Array.Resize(ref a, 1000000000);"),
        ("loops over what is none", "foreach (var x in q) ;"),
        ("a task", "System.Threading.Tasks.Task.Run(null);"),
        ("an array's copy", "double[] a = null; Array.Copy(a, a, 1);"),
        ("an array by number", "var x = Array.CreateInstance(null, 1);"),
        ("a recursion", "OnTick(t, q);"),
    ];

    private static IEnumerable<Attack> Members() =>
    [
        new("two that call each other", Stage.Names, Attack.Beside(
            "int A(int n) => B(n); int B(int n) => A(n);")),
        new("three in a circle", Stage.Names, Attack.Beside(
            "int A() => B(); int B() => C(); int C() => A();")),
        new("exponential recursion", Stage.Names, Attack.Beside(
            "int F(int n) => n < 2 ? n : F(n - 1) + F(n - 2);")),
        new("a recursion behind a condition", Stage.Names, Attack.Beside(
            "int F(int n) { if (n > 0) return F(n - 1); return 0; }")),
        new("a recursive initialiser", Stage.Names, Attack.Beside(
            "int x = F(1); int F(int n) => F(n);")),
        new("a huge array", Stage.Text, Attack.Beside(
            "double[] x = new double[250000000];")),
        new("an array of an unknown size", Stage.Text, Attack.Beside(
            "int n = 1000000; double[] x = new double[n];")),
        new("an array of a negative size", Stage.Compiler, Attack.Beside(
            "double[] x = new double[-1];")),
        new("many large arrays", Stage.Text, Attack.Beside(string.Concat(
            Enumerable.Range(0, 20).Select(i => $"double[] x{i} = new double[4096];\n")))),
        new("an array of ticks", Stage.Names, Attack.Beside("Tick[] x = new Tick[4096];")),
        new("an array of objects", Stage.Names, Attack.Beside("Object[] x = new Object[1];")),
        new("an array of text", Stage.Names, Attack.Beside("String[] x = new String[1];")),
        new("an index of 64 bits", Stage.Names, Attack.Beside(
            "double[] x = new double[1]; double F(long i) => x[i];")),
        new("no entry", Stage.Names, "int x;"),
        new("an entry of another kind", Stage.Names, "void OnTick(Tick t, Quotes q) { }"),
        new("an entry by reference", Stage.Names, "void OnTick(ref Tick t, Quotes q) { }"),
        new("an entry that returns", Stage.Names, "int OnTick(in Tick t, Quotes q) => 1;"),
        new("two entries", Stage.Names, Attack.Beside("void OnTick(int n) { }")),
        new("a tick of its own", Stage.Names,
            "enum Tick { A } void OnTick(in Tick t, Quotes q) { }"),
        new("changing the tick", Stage.Compiler, Attack.Tick("t.Mid = 1;")),
        new("replacing the tick", Stage.Compiler, Attack.Tick("t = t;")),
        new("a namespace", Stage.Compiler, Attack.Beside("namespace System { }")),
        new("a buffer without fixed", Stage.Compiler, Attack.Beside("double x[1000000];")),
        new("the compiler's names", Stage.Compiler, Attack.Beside("void <Factory>() { }")),
    ];
}
