namespace MarketMaker.Strategies.Tests.Attacks;

/// <summary>Texts that make a compiler go deep, go long, or see what a reader does not.</summary>
internal static class TextAttacks
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        Text("60 KB of round brackets", Deep("(", ")", 30_000)),
        Text("30 000 round brackets that never close", Attack.Tick("q.Bid(" + Many("(", 30_000))),
        Text("60 KB of square brackets", Deep("[", "]", 30_000)),
        Text("60 KB of braces", Many("{", 30_000) + Many("}", 30_000)),
        Text("49 brackets", Deep("(", ")", 49)),
        Text("closing brackets hide opening ones", Many(")", 100) + Many("(", 100)),
        Text("brackets after a comment", "/* (((( */ // ((((\n" + Deep("(", ")", 200)),
        Text("60 KB of not", Attack.Tick("if (1 is " + Many("not ", 15_000) + "1) ;")),
        Text("33 not", Attack.Tick("if (t.Levels is " + Many("not ", 33) + "1) ;")),
        Text("60 KB of minus", Attack.Tick("double x = " + Many("- ", 25_000) + "1;")),
        Text("17 exclamation marks", Attack.Tick("bool x = " + Many("!", 17) + "true;")),
        Text("60 KB of tildes", Attack.Tick("int x = " + Many("~", 60_000) + "1;")),
        Text("plus and minus in turn", Attack.Tick("int x = " + Many("+ -", 15_000) + "1;")),
        Text("angle brackets", Attack.Tick("a" + Many("<a", 15_000) + ";")),
        Text("65 type lists", Attack.Tick("bool x = " + Many("1 < ", 65) + "1;")),
        Text("casts in a row", Attack.Tick("int x = " + Many("(int)", 12_000) + "1;")),
        Text("a sum of 7 000 terms", Attack.Tick("int x = 1" + Many(" + 1", 7_000) + ";")),
        Text("7 500 or patterns", Attack.Tick(
            "if (t.Levels is 1" + Many(" or 2", 7_500) + ") ;")),
        Text("conditions in a row", Attack.Tick(
            "int x = " + Many("true ? 1 : ", 5_000) + "1;")),
        Text("assignments in a row", Attack.Tick("int x; " + Many("x = ", 15_000) + "1;")),
        Text("members in a row", Attack.Tick("q" + Many(".q", 15_000) + "();")),
        Text("calls in a row", Attack.Tick("q" + Many("()", 15_000) + ";")),
        Text("elements in a row", Attack.Tick("q" + Many("[0]", 15_000) + ";")),
        Text("coalescing in a row", Attack.Tick("int x = " + Many("1 ?? ", 10_000) + "1;")),
        Text("ifs in a row", Attack.Tick(Many("if (true) ", 6_000) + ";")),
        Text("else ifs in a row", Attack.Tick("if (true) ;" + Many("else if (true) ;", 4_000))),
        Text("fors in a row", Attack.Tick(Many("for (;;) ", 7_000) + ";")),
        Text("whiles in a row", Attack.Tick(Many("while (true) ", 5_000) + ";")),
        Text("dos in a row", Attack.Tick(Many("do ", 20_000) + ";")),
        Text("labels in a row", Attack.Tick(Many("a: ", 20_000) + ";")),
        Text("array ranks in a row", "int" + Many("[]", 30_000) + " x;"),
        Text("pointers in a row", "int" + Many("*", 60_000) + " x;"),
        Text("question marks in a row", "int" + Many("?", 60_000) + " x;"),
        Text("lambdas in a row", Attack.Tick("var f = " + Many("x => ", 12_000) + "1;")),
        Text("queries in a row", Attack.Tick(
            "var f = " + Many("from x in ", 6_000) + "x select x;")),
        Text("awaits in a row", Attack.Tick(Many("await ", 10_000) + "q;")),
        Text("news in a row", Attack.Tick("var x = " + Many("new ", 15_000) + "q;")),
        Text("20 000 names", Many("a ", 20_000)),
        Text("20 000 semicolons", Attack.Tick(Many(";", 20_000))),
        Text("too long by one", "".PadRight(65_537)),
        Text("an interpolated string", Attack.Tick("q.PullBids($\"{t.Mid}\");")),
        Text("nested interpolations", Attack.Tick(
            "q.PullBids(" + Many("$\"{", 5_000) + "1" + Many("}\"", 5_000) + ");")),
        Text("nested raw interpolations", Attack.Tick("q.PullBids($$\"\"\"{{1}}\"\"\");")),
        Text("a raw string", Attack.Tick("q.PullBids(\"\"\"a\"\"\");")),
        Text("a raw string of many quotes", Attack.Tick("q.PullBids(" + Many("\"", 60_000))),
        Text("a verbatim string", Attack.Tick("q.PullBids(@\"a\");")),
        Text("a verbatim name", Attack.Tick("int @while = 1;")),
        Text("an escaped name", Attack.Tick("int \\u0061 = 1;")),
        Text("a character", Attack.Tick("var x = 'a';")),
        Text("a reference", "#r \"System.Net.Http\"\n" + Attack.Tick("")),
        Text("another file", "#load \"/etc/passwd\"\n" + Attack.Tick("")),
        Text("nested conditions of the preprocessor", Many("#if A\n", 5_000)),
        Text("a line that is elsewhere", "#line 1 \"/etc/passwd\"\n" + Attack.Tick("")),
        Text("a directive after a comment", "/* */ #pragma warning disable\n" + Attack.Tick("")),
        Text("a shebang", "#!/usr/bin/env dotnet\n" + Attack.Tick("")),
        Text("text that runs backwards", Attack.Tick("/*\u202E } */ q.Bid(1, 1);")),
        Text("a space of no width", Attack.Tick("int a\u200Bb = 1;")),
        Text("a null", Attack.Tick("\0")),
        Text("half a character", Attack.Tick("// \uD800\n")),
        Text("a line that ends in a comment", Attack.Tick("// \u2028 while (true) ;\n")),
        Text("a line that ends in a string", Attack.Tick("q.PullBids(\"\u2029(((\");")),
        Text("an unusual line end", Attack.Tick("// \u0085 while (true) ;\n")),
    ];

    private static Attack Text(string name, string source) => new(name, Stage.Text, source);

    private static string Many(string text, int times) => Attack.Repeat(text, times);

    private static string Deep(string open, string close, int depth) =>
        Attack.Tick($"double x = {Many(open, depth)}1{Many(close, depth)};");
}
