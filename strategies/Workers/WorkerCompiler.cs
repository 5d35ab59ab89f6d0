using System.Text;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Verification;

namespace MarketMaker.Strategies.Workers;

/// <summary>Compiles rules in a process of their own, which may hang, bloat or crash: then it is
/// killed and replaced, and the source gets the blame.</summary>
/// <remarks>One process, kept warm, asked by one caller after the other. It starts with the first
/// question. Any number of threads at a time.</remarks>
public sealed class WorkerCompiler : IRuleCompiler, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly WorkerLimits _limits;
    private readonly TimeProvider _time;
    private WorkerProcess? _worker;
    private int _waiting;
    private bool _isClosed;

    /// <summary>Nothing is started yet.</summary>
    /// <param name="limits">What the process may take.</param>
    /// <param name="time">For the deadline.</param>
    public WorkerCompiler(WorkerLimits limits, TimeProvider time)
    {
        _limits = limits;
        _time = time;
    }

    /// <summary>How many processes were killed or died, of those that were asked.</summary>
    public int Lost { get; private set; }

    /// <summary>The process that is kept warm; null when there is none.</summary>
    internal int? ProcessId => _worker?.Id;

    /// <inheritdoc/>
    public async Task<RuleCompilation> CompileAsync(
        string name, string source, CancellationToken cancellation)
    {
        RuleCompiler.RequireName(name);
        var version = RuleCompiler.VersionOf(source);
        if (source.Length > RuleCompiler.MaxSourceLength)
            return RuleCompiler.Compile(name, source, cancellation);
        if (Interlocked.Increment(ref _waiting) > _limits.Waiting)
        {
            Interlocked.Decrement(ref _waiting);
            return Rejected(
                name, version, RuleDiagnosticId.Worker,
                "Too many rules are waiting to be compiled; try again later.");
        }
        try
        {
            await _turn.WaitAsync(cancellation);
            try
            {
                return await AskAsync(name, version, source, cancellation);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _worker?.Dispose();
        _turn.Dispose();
    }

    private async Task<RuleCompilation> AskAsync(
        string name, string version, string source, CancellationToken cancellation)
    {
        byte[] question;
        try
        {
            question = WorkerMessages.Question(name, source);
        }
        catch (EncoderFallbackException)
        {
            return Rejected(
                name, version, RuleDiagnosticId.Limit,
                "The source has half a character: a surrogate without its other half.");
        }
        while (true)
        {
            if (!await PrepareAsync(cancellation))
            {
                return Rejected(
                    name, version, RuleDiagnosticId.Worker,
                    $"The compiler did not start within {_limits.Start.TotalSeconds:0} s.");
            }
            var isWarm = _worker!.Questions > 0;
            var (failure, answer) = await _worker.AskAsync(question, cancellation);
            if (failure == WorkerFailure.None)
                return Judge(answer, name, version);
            Replace();
            cancellation.ThrowIfCancellationRequested();
            // What earlier sources have left behind is not this one's fault.
            if (!isWarm || failure == WorkerFailure.TooSlow)
                return Rejected(name, version, RuleDiagnosticId.Worker, Reason(failure));
        }
    }

    /// <summary>Sees to it that there is a process.</summary>
    /// <returns>Whether there is.</returns>
    private async Task<bool> PrepareAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_worker is { IsFit: false })
            Close();
        _worker ??= await WorkerProcess.StartAsync(_limits, _time, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return _worker is not null;
    }

    private void Replace()
    {
        Lost++;
        Close();
    }

    private void Close()
    {
        _worker?.Dispose();
        _worker = null;
    }

    /// <summary>The worker's answer, of which the image is not believed.</summary>
    private RuleCompilation Judge(byte[] answer, string name, string version)
    {
        RuleCompilation compilation;
        try
        {
            compilation = WorkerMessages.ReadAnswer(answer, name, version);
        }
        catch (IOException)
        {
            Replace();
            return Rejected(
                name, version, RuleDiagnosticId.Worker, Reason(WorkerFailure.Died));
        }
        return compilation.Accepted && ImageVerifier.Check(compilation.Image) is { } reason
            ? Rejected(
                name, version, RuleDiagnosticId.Image, $"The compiled rule was refused: {reason}.")
            : compilation;
    }

    private string Reason(WorkerFailure failure) => failure switch
    {
        WorkerFailure.TooSlow =>
            $"The rule takes longer than {_limits.Deadline.TotalSeconds:0} s to compile and try; "
            + "its compiler was stopped.",
        WorkerFailure.TooLarge =>
            $"The rule takes more than {_limits.ResidentBytes >> 20} MB to compile and try; its "
            + "compiler was stopped.",
        _ => "The rule made its compiler fail; it was replaced.",
    };

    private static RuleCompilation Rejected(
        string name, string version, string id, string message) =>
        new(name, version, [new(id, RuleSeverity.Error, message, 1, 1, 1, 1)], []);
}
