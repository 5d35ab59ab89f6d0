using System.Reflection;

namespace MarketMaker.Silo.Storage;

/// <summary>The journal's statements in the words of one database, from the file
/// <c>journal.sql</c> in the database's folder. All databases take the same parameters and give
/// the same columns.</summary>
internal sealed class JournalSql
{
    private const string Mark = "-- statement: ";

    private readonly Dictionary<string, string> _statements;

    private JournalSql(Dictionary<string, string> statements) => _statements = statements;

    /// <summary>Begins a life of <c>@pair</c>, which counts in <c>@steps</c> unless it did in
    /// others before: gives epoch, next_sequence, steps.</summary>
    public string Open => _statements[nameof(Open)];

    /// <summary>Gives sequence, epoch, state_hash, payload, checksum of <c>@pair</c>'s latest
    /// snapshot.</summary>
    public string ReadSnapshot => _statements[nameof(ReadSnapshot)];

    /// <summary>Gives first_sequence, record_count, epoch, payload, checksum of <c>@pair</c>'s rows
    /// with records after <c>@sequence</c>, in order.</summary>
    public string ReadRows => _statements[nameof(ReadRows)];

    /// <summary>Appends a row on condition of the fence; changes nothing when it is another's.
    /// </summary>
    public string Append => _statements[nameof(Append)];

    /// <summary>Inserts a snapshot.</summary>
    public string WriteSnapshot => _statements[nameof(WriteSnapshot)];

    /// <summary>Drops what nobody recovers from any more.</summary>
    public string Prune => _statements[nameof(Prune)];

    /// <summary>Reads the statements for a database.</summary>
    public static JournalSql For(string database)
    {
        Assembly assembly = typeof(JournalSql).Assembly;
        using var reader = new StreamReader(
            assembly.GetManifestResourceStream($"storage/{database}/journal.sql")!);
        var statements = new Dictionary<string, string>();
        foreach (string part in reader.ReadToEnd().Split(Mark)[1..])
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            statements.Add(part[..end].Trim(), part[end..].Trim());
        }

        return new JournalSql(statements);
    }
}
