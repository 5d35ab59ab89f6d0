using System.IO.MemoryMappedFiles;

namespace MarketMaker.Bench.OrderEntry.Durable;

/// <summary>How many orders each client has seen acknowledged, in a file that outlives the process
/// that writes it, however that process ends.</summary>
/// <remarks>A write to the mapping is in the kernel's hands at once: a killed process loses none.
/// </remarks>
internal sealed class Acknowledgements : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _counts;

    public Acknowledgements(string path, int clients)
    {
        _file = MemoryMappedFile.CreateFromFile(
            path, FileMode.OpenOrCreate, mapName: null, clients * sizeof(long));
        _counts = _file.CreateViewAccessor();
        Clients = clients;
    }

    public int Clients { get; }

    public long this[int client]
    {
        get => _counts.ReadInt64(client * sizeof(long));
        set => _counts.Write(client * sizeof(long), value);
    }

    public long Total => Enumerable.Range(0, Clients).Sum(client => this[client]);

    public void Dispose()
    {
        _counts.Dispose();
        _file.Dispose();
    }
}
