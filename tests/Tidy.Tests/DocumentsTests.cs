using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class DocumentsTests
{
    private static readonly HashSet<string> _topFolders =
        [.. RepositoryTree.Files.Select(file => file.TopFolder)];

    private static IEnumerable<SourceFile> Documents =>
        RepositoryTree.Files.Where(file => file.IsMarkdown);

    [Fact]
    public void Every_relative_link_leads_somewhere() =>
        Documents
            .SelectMany(document => DocumentRules.Links(document, RepositoryTree.Files))
            .ShouldBeNone();

    [Fact]
    public void A_link_that_leads_nowhere_is_found()
    {
        var document = new SourceFile(
            "docs/a.md",
            "# Its one heading\n[x](../README.md) [x](b.md)\n[x](#its-one-heading) [x](#two)\n");

        var found = DocumentRules.Links(document, [document]);

        Assert.Equal(
            [document.Breaks(2, "leads nowhere: b.md"), document.Breaks(3, "leads nowhere: #two")],
            found);
    }

    [Fact]
    public void Every_path_that_a_document_names_exists() =>
        Documents
            .SelectMany(document => DocumentRules.Paths(document, _topFolders))
            .ShouldBeNone();

    [Fact]
    public void A_path_that_does_not_exist_is_found()
    {
        var document = new SourceFile(
            "docs/a.md", "`engine/Units/Price.cs` `text/plain`\n`engine/Units/Cost.cs`\n");

        var found = DocumentRules.Paths(document, _topFolders);

        Assert.Equal([document.Breaks(2, "does not exist: engine/Units/Cost.cs")], found);
    }
}
