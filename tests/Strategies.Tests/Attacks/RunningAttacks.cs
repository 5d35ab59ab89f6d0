namespace MarketMaker.Strategies.Tests.Attacks;

/// <summary>Sound programs that misbehave when they run.</summary>
internal static class RunningAttacks
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Bodies().Select(each =>
            new Attack(each.Name, Stage.Trial, Attack.Tick(each.Source))),
        .. Scripts().Select(each => new Attack(each.Name, Stage.Trial, each.Source)),
    ];

    private static IEnumerable<(string Name, string Source)> Bodies() =>
    [
        ("while", "while (true) { }"),
        ("while with a semicolon", "while (true) ;"),
        ("for", "for (;;) { }"),
        ("do", "do { } while (true);"),
        ("continue for ever", "while (true) { continue; }"),
        ("a loop that does not end", "for (int i = 0; i >= 0; i = 0) { }"),
        ("a loop over doubles", "for (double x = 0; x < 1e300; x++) { }"),
        ("a loop that stands still", "for (double x = 1e17; x < 2e17; x++) { }"),
        ("nested loops", "for (int i = 0; i < 1000; i++) for (int k = 0; k < 1000; k++) ;"),
        ("a loop in a switch", "switch (t.Levels) { default: while (true) ; }"),
        ("a loop of calls", "while (true) q.Bid(1, 1);"),
        ("a loop of arithmetic", "double x = 1; while (x != 0) x = Math.Sin(x) + 2;"),
        ("dividing by zero", "int zero = 0; q.Bid(1 / zero, 1);"),
        ("the remainder of zero", "int zero = 0; q.Bid(1 % zero, 1);"),
        ("the smallest number by −1", "int a = int.MinValue, b = -1; q.Bid(a / b, 1);"),
        ("the absolute of the smallest", "q.Bid(Math.Abs(int.MinValue + 0 * t.Levels), 1);"),
        ("a range without inside", "q.Bid(Math.Clamp(t.Mid, 2, 1), 1);"),
        ("too many digits", "q.Bid(Math.Round(t.Mid, 99), 1);"),
        ("the sign of no number", "q.Bid(Math.Sign(0.0 / t.Levels * 0 / 0), 1);"),
        ("an element of nothing", "double[] a = null; q.Bid(a[0], 1);"),
        ("a loop over nothing", "double[] a = null; foreach (double x in a) q.Bid(x, 1);"),
        ("a call of nothing", "Quotes x = null; x.Bid(1, 1);"),
        ("declaring in a tick", "Cell c = Cell.Of(\"c\", 1);"),
    ];

    private static IEnumerable<(string Name, string Source)> Scripts() =>
    [
        ("a loop in a field", Attack.Beside("int x = F(); int F() { while (true) ; }")),
        ("a loop in a called method",
            "void F() { while (true) ; } void OnTick(in Tick t, Quotes q) { F(); }"),
        ("calls that double", string.Concat(
            "double F0(double x) => x + 1;\n",
            string.Concat(Enumerable.Range(1, 25).Select(
                i => $"double F{i}(double x) => F{i - 1}(x) + F{i - 1}(x);\n")),
            Attack.Tick("q.Bid(F25(1), 1);"))),
        ("an element too far",
            "double[] a = { 1 }; void OnTick(in Tick t, Quotes q) { q.Bid(a[t.Levels], 1); }"),
        ("an element before the first",
            "double[] a = { 1 }; void OnTick(in Tick t, Quotes q) { q.Bid(a[-t.Levels], 1); }"),
        ("too many cells", Attack.Beside(string.Concat(
            Enumerable.Range(0, 300).Select(i => $"Cell c{i} = Cell.Of(\"c{i}\", 1);\n")))),
        ("a huge window", Attack.Beside("Window w = Window.Of(\"w\", 2000000000);")),
        ("a parameter out of its range", Attack.Beside(
            "Parameter p = Parameter.Of(\"p\", \"\", 5, 0, 1);")),
        ("a name twice", Attack.Beside(
            "Cell a = Cell.Of(\"a\", 1); Cell b = Cell.Of(\"a\", 1);")),
        ("cells without end", Attack.Beside(
            "int x = F(); int F() { while (true) Cell.Of(\"a\", 1); }")),
    ];
}
