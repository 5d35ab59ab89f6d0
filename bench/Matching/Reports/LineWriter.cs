namespace MarketMaker.Bench.Matching.Reports;

/// <summary>Writes numbers with commas between them.</summary>
internal ref struct LineWriter(Span<byte> into)
{
    private readonly Span<byte> _into = into;

    public int Length { get; private set; }

    public void Add(ulong number)
    {
        Separate();
        number.TryFormat(_into[Length..], out var written);
        Length += written;
    }

    public void Add(long number)
    {
        Separate();
        number.TryFormat(_into[Length..], out var written);
        Length += written;
    }

    private void Separate()
    {
        if (Length > 0)
            _into[Length++] = (byte)',';
    }
}
