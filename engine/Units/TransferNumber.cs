namespace MarketMaker.Engine.Units;

/// <summary>The place of a transfer among all those between one account's wallet and one pair:
/// 1, 2, 3 and so on, without gaps.</summary>
/// <remarks><c>default</c> is before the first. Ordered by value.</remarks>
/// <param name="Value">1 and up.</param>
public readonly record struct TransferNumber(long Value) : IComparable<TransferNumber>
{
    /// <summary>The number of the transfer after this one.</summary>
    public TransferNumber Next => new(Value + 1);

    /// <inheritdoc/>
    public int CompareTo(TransferNumber other) => Value.CompareTo(other.Value);

    /// <summary>Compares by value.</summary>
    public static bool operator <(TransferNumber left, TransferNumber right) =>
        left.Value < right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >(TransferNumber left, TransferNumber right) =>
        left.Value > right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(TransferNumber left, TransferNumber right) =>
        left.Value <= right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(TransferNumber left, TransferNumber right) =>
        left.Value >= right.Value;

    /// <summary>The number, for logs.</summary>
    public override string ToString() => $"transfer {Value}";
}
