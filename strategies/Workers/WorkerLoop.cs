using System.Collections.Concurrent;
using System.Diagnostics;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Strategies.Workers;

/// <summary>The other side of <see cref="WorkerProcess"/>: what runs in the process that compiles
/// rules.</summary>
public static class WorkerLoop
{
    /// <summary>Some of the compiler's recursions are deeper than a thread's usual stack.</summary>
    private const int StackSize = 16 << 20;

    /// <summary>Compiled before the first question: meanwhile the compiler itself is compiled,
    /// which takes a second, and no author is to be blamed for it.</summary>
    private const string Ordinary =
        """
        Parameter size = Parameter.Of("size", "", 1, 0.1, 10);
        void OnTick(in Tick t, Quotes q)
        {
            for (int i = 1; i < 3; i++)
                q.Bid(t.Mid - Math.Max(i, t.TickSize), size.Value);
        }
        """;

    /// <summary>Should the host be gone or stopped, too, the process ends by itself.</summary>
    private static readonly TimeSpan _lastDeadline = TimeSpan.FromSeconds(30);

    /// <summary>Answers questions until there are no more: until the host closes the stream, or
    /// has ended. Then the process ends at once, whatever it is doing.</summary>
    public static void Run(Stream questions, Stream answers)
    {
        using var work = new BlockingCollection<byte[]>();
        var worker = new Thread(() => Work(work, answers), StackSize) { IsBackground = true };
        worker.Start();
        while (WorkerMessages.Receive(questions) is { } question)
            work.Add(question);
        End();
    }

    private static void Work(BlockingCollection<byte[]> work, Stream answers)
    {
        if (Compile("ordinary", Ordinary) is { Accepted: false } broken)
            throw new InvalidOperationException(broken.Diagnostics[0].Message);
        Send(answers, WorkerMessages.Ready);
        foreach (var question in work.GetConsumingEnumerable())
        {
            using var last = TimeProvider.System.CreateTimer(
                _ => End(), null, _lastDeadline, Timeout.InfiniteTimeSpan);
            var (name, source) = WorkerMessages.ReadQuestion(question);
            Send(answers, WorkerMessages.Answer(Compile(name, source)));
        }
    }

    private static RuleCompilation Compile(string name, string source) =>
        RuleTrial.Try(RuleCompiler.Compile(name, source, CancellationToken.None)).Compilation;

    private static void Send(Stream answers, byte[] message)
    {
        answers.Write(message);
        answers.Flush();
    }

    // A thread in an endless loop of the just-in-time compiler does not mind a polite end.
    private static void End()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
