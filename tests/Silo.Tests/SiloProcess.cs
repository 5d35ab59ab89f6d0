using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>A running market maker: the real program in a process of its own, on free ports.
/// </summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    /// <summary>What the program says, before an address, when it has started.</summary>
    public const string Listening = "Now listening on: ";

    private const int Terminate = 15;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _url =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiloProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Http { get; } = new();

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    public static async Task<SiloProcess> Start(string storage, params string[] more)
    {
        var silo = new SiloProcess(Command.Start([.. Settings(storage), .. more]));
        using var patience = new CancellationTokenSource(_patience);
        silo.Http.BaseAddress = await silo._url.Task.WaitAsync(patience.Token);
        while (!(await silo.Http.GetAsync("/health/ready", patience.Token)).IsSuccessStatusCode)
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        return silo;
    }

    /// <summary>A silo's settings on a directory: free ports, no gRPC.</summary>
    public static string[] Settings(string storage) =>
    [
        "--urls", "http://127.0.0.1:0",
        "--Grpc:Url", "",
        "--Orleans:SiloPort", "0",
        "--Orleans:GatewayPort", "0",
        "--Storage:Path", storage,
    ];

    public async Task<JsonNode> Get(string path) =>
        (await Http.GetFromJsonAsync<JsonNode>(path))!;

    public async Task<JsonNode> Post(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Asks the process to stop, as a container platform does, and waits for it.
    /// </summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", $"-{Terminate} {_process.Id}");
        using var patience = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends the process at once, as a power cut does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
        Http.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.AppendLine(line);
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0)
            _url.TrySetResult(new Uri(line[(at + Listening.Length)..]));
        if (line.StartsWith("Not started:", StringComparison.Ordinal))
            _url.TrySetException(new InvalidOperationException(line));
    }
}
