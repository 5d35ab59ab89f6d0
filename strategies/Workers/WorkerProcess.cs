using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MarketMaker.Strategies.Workers;

/// <summary>A process that compiles rules, and that nobody misses when it dies. One question at a
/// time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string Program = "MarketMaker.Strategies.Worker.dll";

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly WorkerLimits _limits;
    private readonly TimeProvider _time;

    private WorkerProcess(Process process, WorkerLimits limits, TimeProvider time)
    {
        _process = process;
        _limits = limits;
        _time = time;
        // What the runtime has to say about a stack overflow is long, and nobody asked.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>How many questions it was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Whether it should be asked again.</summary>
    public bool IsFit =>
        !_process.HasExited && Questions < _limits.Questions
        && ResidentBytes() < _limits.RetireBytes;

    /// <summary>Starts a process and waits until it is ready.</summary>
    /// <param name="limits">What it may take.</param>
    /// <param name="time">For its deadlines.</param>
    /// <param name="cancellation">Ends the wait and the process.</param>
    /// <returns>The process; null when it was not ready in time, or died.</returns>
    /// <exception cref="InvalidOperationException">The program is missing or does not start.
    /// </exception>
    public static async Task<WorkerProcess?> StartAsync(
        WorkerLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        var worker = new WorkerProcess(StartProgram(limits), limits, time);
        var (failure, _) = await worker.ExchangeAsync([], limits.Start, cancellation);
        if (failure == WorkerFailure.None)
            return worker;
        worker.Dispose();
        return null;
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <param name="question">From <see cref="WorkerMessages.Question"/>.</param>
    /// <param name="cancellation">Ends the wait and the process.</param>
    /// <returns>The answer, or why there is none; the process is dead then.</returns>
    public Task<(WorkerFailure Failure, byte[] Answer)> AskAsync(
        byte[] question, CancellationToken cancellation)
    {
        Questions++;
        return ExchangeAsync(question, _limits.Deadline, cancellation);
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static Process StartProgram(WorkerLimits limits)
    {
        var folder = AppContext.BaseDirectory;
        var program = Path.Combine(folder, Program);
        if (!File.Exists(program))
            throw new InvalidOperationException($"The compiler of rules, {program}, is missing.");
        var start = new ProcessStartInfo(DotNet(), [program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // It inherits nothing: the host's environment may hold secrets.
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] =
            limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start)
            ?? throw new InvalidOperationException($"{program} does not start.");
    }

    private async Task<(WorkerFailure Failure, byte[] Answer)> ExchangeAsync(
        byte[] question, TimeSpan limit, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            deadline.Token, cancellation);
        var answer = Task.Run(() => SpeakAsync(question), CancellationToken.None);
        var failure = await WatchAsync(answer, either.Token);
        if (failure != WorkerFailure.None)
            Kill();
        try
        {
            return (failure, await answer);
        }
        catch (IOException)
        {
            Kill();
            return (failure == WorkerFailure.None ? WorkerFailure.Died : failure, []);
        }
    }

    private async Task<byte[]> SpeakAsync(byte[] question)
    {
        // Neither end can hang: the process's death ends both.
        await _process.StandardInput.BaseStream.WriteAsync(question, CancellationToken.None);
        await _process.StandardInput.BaseStream.FlushAsync(CancellationToken.None);
        return await WorkerMessages.ReceiveAsync(
            _process.StandardOutput.BaseStream, CancellationToken.None);
    }

    /// <summary>Looks at the process until it has answered or must be killed.</summary>
    private async Task<WorkerFailure> WatchAsync(Task answer, CancellationToken deadline)
    {
        while (!answer.IsCompleted)
        {
            if (deadline.IsCancellationRequested)
                return WorkerFailure.TooSlow;
            if (ResidentBytes() > _limits.ResidentBytes)
                return WorkerFailure.TooLarge;
            await Task.WhenAny(answer, Task.Delay(_look, _time, CancellationToken.None));
        }
        return WorkerFailure.None;
    }

    /// <summary>The memory that it has now; 0 when it is gone.</summary>
    private long ResidentBytes()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>The dotnet that runs this process, whatever the process is called.</summary>
    private static string DotNet()
    {
        var self = Environment.ProcessPath;
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
            return self!;
        // …/shared/Microsoft.NETCore.App/10.0.0/
        var root = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
