using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MarketMaker.Grains.Tests.Storage;

/// <summary>A PostgreSQL server of a test's own, in a temporary directory, on a free port of the
/// loopback address. It refuses to run as root, so that root borrows the user that the package
/// has made for it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string Missing =
        "PostgreSQL is not installed (nothing in /usr/lib/postgresql/*/bin).";

    private const string Packages = "/usr/lib/postgresql";
    private const string User = "postgres";

    private readonly string _directory;

    private PostgresServer(string directory, int port)
    {
        _directory = directory;
        ConnectionString =
            $"Host=127.0.0.1;Port={port};Username={User};Database={User};Include Error Detail=true";
    }

    /// <summary>Whether tests with a server are to run: it is installed, or this is the build
    /// machine, where they fail when it is not.</summary>
    public static bool IsExpected =>
        Binaries is not null || Environment.GetEnvironmentVariable("CI") == "true";

    public string ConnectionString { get; }

    private static string? Binaries =>
        Directory.Exists(Packages)
            ? Directory.GetDirectories(Packages)
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .MaxBy(folder => folder, StringComparer.Ordinal)
            : null;

    /// <summary>Starts a server without any data.</summary>
    public static async Task<PostgresServer> Start()
    {
        Assert.True(Binaries is not null, Missing);
        var directory = Directory.CreateTempSubdirectory("market-maker-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            await Run("chown", User, directory);
        var port = FreePort();
        var server = new PostgresServer(directory, port);
        await server.Control("initdb", "-U", User, "-A", "trust", "--no-sync");
        // Durability is the server's affair; speed is the tests'.
        await server.Control(
            "pg_ctl", "-w", "-l", Path.Combine(directory, "log"), "-o",
            $"-p {port} -k {directory} -c listen_addresses=127.0.0.1 -c fsync=off", "start");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Control("pg_ctl", "-w", "-m", "immediate", "stop");
        Directory.Delete(_directory, recursive: true);
    }

    private Task Control(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Binaries!, program), "-D", _directory, .. arguments];
        return Environment.IsPrivilegedProcess
            ? Run("runuser", ["-u", User, "--", .. command])
            : Run(command[0], command[1..]);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
        })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed.");
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
