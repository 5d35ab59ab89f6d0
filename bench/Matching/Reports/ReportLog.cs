using System.Security.Cryptography;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Reports;

/// <summary>Keeps every report, for the canonical text and its SHA-256.</summary>
internal readonly struct ReportLog() : IReportSink
{
    /// <summary>Six numbers of at most 20 digits, commas and a line feed.</summary>
    private const int LongestLine = 128;

    private readonly List<Report> _reports = [];

    public IReadOnlyList<Report> Reports => _reports;

    public void Accepted(ulong sequence, Side side, ulong id, long ticks, long lots) =>
        _reports.Add(new Report(ReportType.Accepted, side, sequence, id, 0, ticks, lots));

    public void Traded(ulong sequence, long ticks, long lots, ulong maker, ulong taker) =>
        _reports.Add(
            new Report(ReportType.Traded, default, sequence, taker, maker, ticks, lots));

    public void Cancelled(ulong sequence, Side side, ulong id, long ticks) =>
        _reports.Add(new Report(ReportType.Cancelled, side, sequence, id, 0, ticks, 0));

    public void Modified(ulong sequence, Side side, ulong id, long ticks, long lots) =>
        _reports.Add(new Report(ReportType.Modified, side, sequence, id, 0, ticks, lots));

    public void CancelRejected(ulong sequence, ulong id) =>
        _reports.Add(new Report(ReportType.CancelRejected, default, sequence, id, 0, 0, 0));

    public void ModifyRejected(ulong sequence, ulong id) =>
        _reports.Add(new Report(ReportType.ModifyRejected, default, sequence, id, 0, 0, 0));

    /// <summary>The digest that a pass with the same reports would have.</summary>
    public ulong Digest()
    {
        var digest = new ReportDigest();
        foreach (var report in _reports)
            digest.Add(report);
        return digest.Value;
    }

    /// <summary>The SHA-256 of the reports' lines, sorted by command and kind, in lower case.
    /// </summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var length = 0;
        var isFirst = true;
        foreach (var report in Sorted())
        {
            if (buffer.Length - length < LongestLine)
            {
                hash.AppendData(buffer, 0, length);
                length = 0;
            }
            if (!isFirst)
                buffer[length++] = (byte)'\n';
            isFirst = false;
            length += report.Format(buffer.AsSpan(length));
        }
        hash.AppendData(buffer, 0, length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IEnumerable<Report> Sorted()
    {
        for (var i = 1; i < _reports.Count; i++)
        {
            if (Key(_reports[i]).CompareTo(Key(_reports[i - 1])) < 0)
                return _reports.OrderBy(Key);
        }
        return _reports;
    }

    private static (ulong, ReportType) Key(Report report) => (report.Sequence, report.Type);
}
