namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>The scenarios in this folder, a file each.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Files =>
        [.. new DirectoryInfo(ScenarioFile.Folder).GetFiles("*.txt").Select(f => f.Name).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_command_answers_what_the_scenario_says(string file) =>
        ScenarioFile.Play(file, ScenarioFile.Read(file));

    [Fact]
    public void A_wrong_answer_is_reported_with_its_place_and_both_answers()
    {
        string[] lines = ["# wrong", "given sell 1 10@100", "buy 2 4@100", "    filled 4"];

        var failure = Assert.Throws<ScenarioFailedException>(
            () => ScenarioFile.Play("wrong.txt", lines));

        Assert.Equal(
            """
            wrong.txt:3: buy 2 4@100
            expected: filled 4
            actual:   2 x 1 4@100
                      filled 4
            """,
            failure.Message);
    }

    [Theory]
    [InlineData("bye 1 10@100", "'bye' is not a command.")]
    [InlineData("buy 1 10@100 soon", "'soon' is too much.")]
    [InlineData("quote maker 1.1 10@100", "'bids' is missing.")]
    public void A_line_that_is_no_command_fails_the_scenario(string line, string reason)
    {
        var failure = Assert.Throws<ScenarioFailedException>(
            () => ScenarioFile.Play("wrong.txt", [line]));

        Assert.Equal($"wrong.txt:1: {line}\nexpected: \nactual:   {reason}", failure.Message);
    }
}
