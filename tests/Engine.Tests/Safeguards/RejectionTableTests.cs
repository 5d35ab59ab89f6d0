using System.Text.RegularExpressions;
using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Tests.Safeguards;

public sealed partial class RejectionTableTests
{
    [Fact]
    public void The_document_lists_every_reason_in_order_of_precedence()
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "REJECTIONS.md"));

        var listed = Row().Matches(document).Select(row => row.Groups[1].Value);

        Assert.Equal(Enum.GetNames<Rejection>().Skip(1), listed);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No repository here.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| \d+ \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
