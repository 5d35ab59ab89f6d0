using System.Security.Cryptography;
using System.Text;
using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Strategies.Tests.Compiler;

public sealed class RuleCompilerTests
{
    private const string Empty = "void OnTick(in Tick t, Quotes q) { }";

    [Fact]
    public void A_sound_rule_is_accepted_and_sees_the_contract_and_math_without_a_using()
    {
        var compilation = Compile(
            """
            double last;
            void OnTick(in Tick t, Quotes q)
            {
                last = Math.Max(last, t.Mid);
                q.Bid(last * 0.99, t.Size);
            }
            """);

        Assert.True(compilation.Accepted);
        Assert.Equal("test-rule", compilation.Name);
        Assert.Empty(compilation.Diagnostics);
        Assert.NotEmpty(compilation.Image);
    }

    [Fact]
    public void The_version_is_the_sources_hash()
    {
        var expected = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Empty)));

        Assert.Equal(expected.ToLowerInvariant(), Compile(Empty).Version);
        Assert.NotEqual(expected.ToLowerInvariant(), Compile(Empty + " ").Version);
    }

    [Fact]
    public void The_same_source_gives_the_same_image() =>
        Assert.Equal(Compile(Empty).Image, Compile(Empty).Image);

    [Fact]
    public void A_compile_error_has_the_files_line_and_column()
    {
        var compilation = Compile("// header\n\n" + "void OnTick(in Tick t, Quotes q)\n{\n"
            + "    q.Bid(middle, 1);\n}\n");

        var error = Assert.Single(compilation.Diagnostics);
        Assert.Equal(("CS0103", 5, 11, 5, 17), (
            error.Id, error.Line, error.Column, error.EndLine, error.EndColumn));
        Assert.StartsWith(
            "The name 'middle' does not exist in the current context, "
            + "or is not available to quoting scripts. Quoting rules have double, int, ",
            error.Message);
        Assert.False(compilation.Accepted);
    }

    [Fact]
    public void A_syntax_error_has_the_files_line_and_column()
    {
        var compilation = Compile("void OnTick(in Tick t, Quotes q)\n{\n    q.Bid(1, 1)\n}\n");

        AssertRejected(
            compilation,
            new RuleDiagnostic("CS1002", RuleSeverity.Error, "; expected", 3, 16, 3, 16));
    }

    [Fact]
    public void A_warning_does_not_reject()
    {
        var compilation = Compile(Empty.Replace("{ }", "{ int unused; }"));

        Assert.True(compilation.Accepted);
        Assert.Equal(
            new RuleDiagnostic(
                "CS0168", RuleSeverity.Warning,
                "The variable 'unused' is declared but never used", 1, 40, 1, 46),
            Assert.Single(compilation.Diagnostics));
    }

    [Theory]
    [InlineData("")]
    [InlineData("double spread = 0.1;")]
    [InlineData("void Ontick(in Tick t, Quotes q) { }")]
    [InlineData("double OnTick;")]
    public void Without_OnTick_a_rule_is_rejected(string source) =>
        AssertRejected(
            Compile(source),
            EntryPointError(
                "The entry point is missing: void OnTick(in Tick t, Quotes q).", 1, 1, 1, 1));

    [Theory]
    [InlineData("void OnTick() { }", 6)]
    [InlineData("void OnTick(Tick t, Quotes q) { }", 6)]
    [InlineData("void OnTick(ref Tick t, Quotes q) { }", 6)]
    [InlineData("void OnTick(in Tick t, in Quotes q) { }", 6)]
    [InlineData("void OnTick(in Tick t, Quotes q, int n = 0) { }", 6)]
    [InlineData("void OnTick(in double t, Quotes q) { }", 6)]
    [InlineData("double OnTick(in Tick t, Quotes q) => 1;", 8)]
    public void With_another_OnTick_a_rule_is_rejected_where_it_stands(string source, int column) =>
        AssertRejected(
            Compile("\n" + source),
            EntryPointError(
                "The entry point has another signature: it must be "
                + "void OnTick(in Tick t, Quotes q).", 2, column, 2, column + 6));

    [Fact]
    public void A_second_OnTick_is_rejected() =>
        AssertRejected(
            Compile(Empty + "\nvoid OnTick(int n) { }"),
            EntryPointError(
                "There must be one OnTick only: void OnTick(in Tick t, Quotes q).", 2, 6, 2, 12));

    [Theory]
    [InlineData("#r \"System.Net.Http\"")]
    [InlineData("#load \"other.csx\"")]
    [InlineData("#pragma warning disable")]
    [InlineData("#line 200")]
    [InlineData("#nullable enable")]
    [InlineData("#define DEBUG")]
    public void Directives_are_rejected(string directive)
    {
        var diagnostic = Assert.Single(Compile(directive + "\n" + Empty).Diagnostics);

        Assert.Equal(
            (RuleDiagnosticId.Directive, RuleSeverity.Error, 1, 1),
            (diagnostic.Id, diagnostic.Severity, diagnostic.Line, diagnostic.Column));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Console.WriteLine();")]
    [InlineData("class Inner { }")]
    [InlineData("struct Inner { }")]
    [InlineData("record Inner;")]
    [InlineData("interface IInner { }")]
    [InlineData("delegate void Inner();")]
    [InlineData("int Property { get; set; }")]
    [InlineData("event Action Happened;")]
    [InlineData("extern alias other;")]
    [InlineData("[assembly: CLSCompliant(true)]")]
    public void At_the_top_level_only_fields_methods_and_enums_are_accepted(string member)
    {
        var diagnostic = Assert.Single(Compile(member + "\n" + Empty).Diagnostics);

        Assert.Equal(
            (RuleDiagnosticId.TopLevel, RuleSeverity.Error, 1, 1),
            (diagnostic.Id, diagnostic.Severity, diagnostic.Line, diagnostic.Column));
    }

    [Theory]
    [InlineData("static double shared;")]
    [InlineData("volatile int shared;")]
    [InlineData("static void Shared() { }")]
    [InlineData("async void Later() { }")]
    [InlineData("unsafe void Raw() { }")]
    [InlineData("extern void Native();")]
    public void Members_that_share_or_suspend_are_rejected(string member)
    {
        var diagnostic = Assert.Single(Compile(member + "\n" + Empty).Diagnostics);

        Assert.Equal(
            (RuleDiagnosticId.Modifier, RuleSeverity.Error, 1, 1),
            (diagnostic.Id, diagnostic.Severity, diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public void The_source_may_be_as_long_as_the_limit_and_no_longer()
    {
        var longest = Empty.PadRight(RuleCompiler.MaxSourceLength);

        Assert.True(Compile(longest).Accepted);
        AssertRejected(
            Compile(longest + " "),
            new RuleDiagnostic(
                RuleDiagnosticId.SourceTooLong, RuleSeverity.Error,
                "The source has 65537 characters; the limit is 65536.", 1, 1, 1, 1));
    }

    [Fact]
    public void Diagnostics_are_limited_and_errors_come_through()
    {
        var warnings = string.Concat(Enumerable.Range(0, 150).Select(i => $"int unused{i}; "));

        var compilation = Compile(Empty.Replace("{ }", "{ " + warnings + "wrong(); }"));

        Assert.False(compilation.Accepted);
        Assert.Equal(RuleCompiler.MaxDiagnostics, compilation.Diagnostics.Count);
        Assert.Equal("CS0103", compilation.Diagnostics[^1].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("House")]
    [InlineData("../house")]
    [InlineData("a23456789-b23456789-c23456789-d23456789-e23456789-f23456789-g2345")]
    public void A_name_that_is_none_is_refused(string name) =>
        Assert.Throws<ArgumentException>(
            nameof(name), () => RuleCompiler.Compile(name, Empty, CancellationToken.None));

    [Fact]
    public void A_cancelled_compilation_ends() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => RuleCompiler.Compile("test-rule", Empty, new CancellationToken(true)));

    private static RuleCompilation Compile(string source) =>
        RuleCompiler.Compile("test-rule", source, CancellationToken.None);

    private static RuleDiagnostic EntryPointError(
        string message, int line, int column, int endLine, int endColumn) =>
        new("MM0001", RuleSeverity.Error, message, line, column, endLine, endColumn);

    private static void AssertRejected(RuleCompilation compilation, RuleDiagnostic expected)
    {
        Assert.Equal(
            expected,
            Assert.Single(compilation.Diagnostics, each => each.Severity == RuleSeverity.Error));
        Assert.False(compilation.Accepted);
        Assert.Empty(compilation.Image);
    }
}
