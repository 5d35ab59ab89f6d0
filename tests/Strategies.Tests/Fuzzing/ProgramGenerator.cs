using System.Globalization;

namespace MarketMaker.Strategies.Tests.Fuzzing;

/// <summary>Scripts by chance: most of them in the subset, some a little outside it.</summary>
internal sealed class ProgramGenerator(Random random)
{
    private const int MaxDepth = 4;

    private static readonly string[] _foreign =
    [
        "throw null;", "double[] z = new double[3];", "var z = q.ToString();", "goto end;",
        "try { } finally { }", "object z = q;", "System.IO.File.Delete(\"a\");", "OnTick(t, q);",
        "int F() => 1;", "lock (q) { }", "double z = default;", "dynamic z = 1;",
        "long z = 1L << 3;",
        "q.PullBids(nameof(q));", "var z = (1, 2);", "ints[1L] = 2;", "int z = 5 % 0;",
    ];

    private int _methods;
    private int _names;

    /// <summary>The next script.</summary>
    public string Next()
    {
        (_methods, _names) = (random.Next(4), 0);
        var script = new List<string>
        {
            "enum Mood { Calm, Wild = 7, Odd }",
            $"const double K = {Number()};",
            $"int count = {random.Next(-3, 10)};",
            "bool flag;",
            "Mood mood = Mood.Calm;",
            $"double[] doubles = {{ {Number()}, {Number()}, {Number()} }};",
            $"int[] ints = new int[{random.Next(5, 9)}];",
            "Cell cell = Cell.Of(\"cell\", 1);",
            "Ewma ewma = Ewma.Of(\"ewma\");",
            "Window window = Window.Of(\"window\", 5);",
            "Parameter gain = Parameter.Of(\"gain\", \"\", 1, 0, 10);",
            $"double sum = {Double(1)};",
        };
        for (var i = 0; i < _methods; i++)
        {
            // A method calls those before it; now and then any, itself included.
            var callable = random.Next(20) == 0 ? _methods : i;
            script.Add(
                $"double M{i}(double x, int n, in Tick t) {{ {Statements(2, callable)} "
                + $"return {Double(2, callable)}; }}");
        }
        script.Add($"void OnTick(in Tick t, Quotes q) {{ int n = 3; double x = 2; {Tick()} }}");
        return string.Join("\n", script);
    }

    private string Tick()
    {
        var foreign = random.Next(4) == 0 ? _foreign[random.Next(_foreign.Length)] : "";
        return $"{Statements(0, _methods)} {foreign} q.Bid({Double(1, _methods)}, 1); "
            + $"{Statements(1, _methods)} ewma.Add({Double(2)}, t.Time, 1); "
            + $"window.Add(x); q.PullAsks(\"fuzz\");";
    }

    private string Statements(int depth, int callable) => string.Join(
        ' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Statement(depth, callable)));

    private string Statement(int depth, int callable)
    {
        if (depth >= MaxDepth)
            return $"sum += {Double(depth, callable)};";
        var (inner, name) = (depth + 1, $"v{_names++}");
        return random.Next(17) switch
        {
            0 => $"if ({Bool(inner)}) {{ {Statements(inner, callable)} }}",
            1 => $"if ({Bool(inner)}) sum = {Double(inner)}; else count++;",
            2 => $"for (int {name} = 0; {name} < {Int(inner)}; {name}++) "
                + $"{{ {Statements(inner, callable)} }}",
            3 => $"while ({Bool(inner)}) {{ count++; {Statements(inner, callable)} break; }}",
            4 => $"do {{ count--; }} while (count > {Int(inner)} && count > 0);",
            5 => $"foreach (double {name} in doubles) sum += {name} * {Double(inner)};",
            6 => $"switch ({Int(inner)}) {{ case 1: sum = 1; break; case > 5 when {Bool(inner)}: "
                + $"count = 2; break; default: {Statements(inner, callable)} break; }}",
            7 => $"switch (mood) {{ case Mood.Calm: mood = Mood.Wild; break; "
                + $"case Mood.Wild or Mood.Odd: mood = (Mood)({Int(inner)}); break; }}",
            8 => $"double {name} = {Double(inner, callable)}; sum -= {name};",
            9 => $"doubles[{Int(inner)} & {Pick("1", "1", "2", "3")}] = {Double(inner)};",
            10 => $"ints[{random.Next(0, 6)}] += {Int(inner)};",
            11 => $"cell.Value = {Double(inner, callable)};",
            12 => $"flag = {Bool(inner)};",
            13 => $"while (true) {{ {Statements(inner, callable)} if ({Bool(inner)}) break; }}",
            14 => $"for (;;) {{ if ({Bool(inner)}) continue; break; }}",
            15 => $"count {Pick("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=")} "
                + $"{Int(inner)};",
            _ => $"sum = {Double(inner, callable)};",
        };
    }

    private string Double(int depth, int callable = 0)
    {
        if (depth >= MaxDepth)
            return Pick("sum", "K", Number(), "cell.Value", "gain.Value", "doubles[0]");
        var inner = depth + 1;
        return random.Next(14) switch
        {
            0 => $"({Double(inner, callable)} {Pick("+", "-", "*", "/", "%")} {Double(inner)})",
            1 => $"Math.{Pick("Sqrt", "Exp", "Log", "Abs", "Floor", "Sin", "Tanh")}"
                + $"({Double(inner)})",
            2 => $"Math.{Pick("Max", "Min", "Pow", "Atan2")}({Double(inner)}, {Double(inner)})",
            3 => $"({Bool(inner)} ? {Double(inner)} : {Double(inner)})",
            4 => $"-({Double(inner)})",
            5 => $"(double)({Int(inner)})",
            6 => $"({Int(inner)} switch {{ 0 => {Number()}, < 5 and not 3 => {Double(inner)}, "
                + $"_ => {Number()} }})",
            7 when callable > 0 => $"M{random.Next(callable)}({Double(inner)}, {Int(inner)}, t)",
            8 => $"Math.Round({Double(inner)}, {random.Next(0, 17)})",
            9 => $"Math.Clamp({Double(inner)}, -1, {Pick("0", "5", "1e9")})",
            10 => "window.Mean",
            11 => $"window.At({Int(inner)})",
            _ => Double(MaxDepth),
        };
    }

    private string Int(int depth)
    {
        if (depth >= MaxDepth)
            return Pick("count", "7", "ints.Length", "(int)mood", "-1", "doubles.Length");
        var inner = depth + 1;
        return random.Next(8) switch
        {
            0 => $"({Int(inner)} {Pick("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>>")} "
                + $"{Int(inner)})",
            1 => $"(int)({Double(inner)})",
            2 => $"~({Int(inner)})",
            3 => $"Math.Sign({Double(inner)})",
            4 => $"ints[({Int(inner)}) & {Pick("3", "4", "15")}]",
            5 => $"Math.Abs({Int(inner)})",
            _ => Int(MaxDepth),
        };
    }

    private string Bool(int depth)
    {
        if (depth >= MaxDepth)
            return Pick("flag", "true", "count > 2", "double.IsNaN(sum)", "mood == Mood.Odd");
        var inner = depth + 1;
        return random.Next(7) switch
        {
            0 => $"({Bool(inner)} {Pick("&&", "||", "==", "^")} {Bool(inner)})",
            1 => $"!({Bool(inner)})",
            2 => $"{Double(inner)} {Pick("<", ">", "<=", ">=", "==", "!=")} {Double(inner)}",
            3 => $"({Int(inner)} is {Pick("> 3", "not 2", "1 or 4", ">= 0 and <= 9")})",
            _ => Bool(MaxDepth),
        };
    }

    private string Number() => random.Next(6) switch
    {
        0 => "0",
        1 => "1e308",
        2 => random.Next(-9, 100).ToString(CultureInfo.InvariantCulture),
        _ => (random.NextDouble() * 10).ToString("0.###", CultureInfo.InvariantCulture),
    };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
