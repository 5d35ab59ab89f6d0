using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Workers;

namespace MarketMaker.Strategies.Tests.Workers;

public sealed class WorkerMessagesTests
{
    [Fact]
    public void An_answer_comes_through_whole()
    {
        var said = new RuleCompilation(
            "a", "v",
            [
                new("CS1002", RuleSeverity.Error, "; expected — «here»", 1, 2, 3, 4),
                new("CS0168", RuleSeverity.Warning, "unused", 5, 6, 7, 8),
            ],
            [1, 2, 3]);

        var heard = WorkerMessages.ReadAnswer(Sent(WorkerMessages.Answer(said)), "a", "v");

        Assert.Equal(said.Diagnostics, heard.Diagnostics);
        Assert.Equal(said.Image, heard.Image);
    }

    [Fact]
    public void A_question_comes_through_whole() =>
        Assert.Equal(
            ("a-rule", "double γ;\n"),
            WorkerMessages.ReadQuestion(Sent(WorkerMessages.Question("a-rule", "double γ;\n"))));

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 255, 255, 255, 255 })]
    [InlineData(new byte[] { 255, 255, 255, 127 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 255, 255, 255, 255, 255, 255 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 255, 255, 255, 127 })]
    public void An_answer_that_is_none_is_known(byte[] message) =>
        Assert.ThrowsAny<IOException>(() => WorkerMessages.ReadAnswer(message, "a", "v"));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public async Task A_message_that_is_too_long_is_not_read(int length)
    {
        using var stream = new MemoryStream(BitConverter.GetBytes(length));

        await Assert.ThrowsAsync<IOException>(
            () => WorkerMessages.ReceiveAsync(stream, CancellationToken.None));
    }

    private static byte[] Sent(byte[] frame)
    {
        using var stream = new MemoryStream(frame);
        return WorkerMessages.Receive(stream)!;
    }
}
