using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class TypesTests
{
    [Fact]
    public void A_file_has_one_type() =>
        RepositoryTree.CSharp.SelectMany(TypeRules.OneAFile).ShouldBeNone();

    [Fact]
    public void A_second_type_is_found()
    {
        var file = new SourceFile("engine/A.cs", "struct A;\nenum B { C }\ndelegate void D();\n");

        var found = TypeRules.OneAFile(file);

        Assert.Equal(
            [file.Breaks(2, "B is one too many"), file.Breaks(3, "D is one too many")], found);
    }

    [Fact]
    public void A_surrogate_may_bring_its_converter_and_nothing_else()
    {
        const string folder = "grain-interfaces/Surrogates";
        var good = new SourceFile($"{folder}/A.cs", "struct PSurrogate;\nclass PConverter;\n");
        var bad = new SourceFile($"{folder}/B.cs", "struct PSurrogate;\nclass QConverter;\n");

        var found = TypeRules.OneAFile(good).Concat(TypeRules.OneAFile(bad));

        Assert.Equal([bad.Breaks(2, "QConverter is one too many")], found);
    }

    [Fact]
    public void No_method_is_longer_than_70_lines() =>
        RepositoryTree.CSharp.Concat(RepositoryTree.Scripts)
            .SelectMany(TypeRules.MethodLength)
            .ShouldBeNone();

    [Theory]
    [InlineData("sample.cs", "class A\n{\n", "}\n")]
    [InlineData("sample.csx", "\n\n", "")]
    public void A_method_of_71_lines_is_found(string path, string before, string after)
    {
        var body = string.Concat(Enumerable.Repeat("        ;\n", 67));
        var file = new SourceFile(path, $"{before}    void M()\n    {{\n{body}    }}\n{after}");
        var longer = new SourceFile(path, file.Text.Replace("{\n        ;", "{\n\n        ;"));

        var found = TypeRules.MethodLength(file).Concat(TypeRules.MethodLength(longer));

        Assert.Equal([longer.Breaks(3, "a method of 71 lines, 70 are allowed")], found);
    }

    [Fact]
    public void A_class_is_sealed_unless_another_derives_from_it() =>
        TypeRules.Unsealed([.. RepositoryTree.CSharp]).ShouldBeNone();

    [Fact]
    public void A_class_that_could_be_sealed_is_found()
    {
        var bases = new SourceFile("a.cs", "class A;\nclass B<T>;\nabstract class C;\n");
        var derived = new SourceFile("b.cs", "sealed class D : N.A;\nclass E : B<int>;\n");
        var records = new SourceFile("c.cs", "record F;\nrecord struct G;\nstatic class H;\n");

        var found = TypeRules.Unsealed([bases, derived, records]);

        Assert.Equal(
            [
                derived.Breaks(2, "class E is not sealed"),
                records.Breaks(1, "class F is not sealed"),
            ],
            found);
    }
}
