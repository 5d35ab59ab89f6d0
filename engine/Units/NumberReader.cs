namespace MarketMaker.Engine.Units;

/// <summary>Reads a decimal number as JSON writes it, <c>-12.50e3</c>, into an integer and a power
/// of ten, without rounding.</summary>
internal ref struct NumberReader(ReadOnlySpan<char> text)
{
    /// <summary>The most digits, on both sides of the point together: more might not fit into 128
    /// bits.</summary>
    private const int MaxDigits = 38;

    /// <summary>The largest power of ten, up or down.</summary>
    private const int MaxExponent = 99;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Reads the number; its value is <paramref name="digits"/> ×
    /// 10^<paramref name="exponent"/>.</summary>
    /// <returns>False when the text is no number, or one of too many digits.</returns>
    public bool TryRead(out Int128 digits, out int exponent)
    {
        (digits, exponent) = (0, 0);
        var isNegative = Skip('-');
        var count = ReadDigits(ref digits);
        if (count == 0)
            return false;
        if (Skip('.'))
        {
            var places = ReadDigits(ref digits);
            if (places == 0)
                return false;
            (count, exponent) = (count + places, -places);
        }
        if ((Skip('e') || Skip('E')) && !TryAddExponent(ref exponent))
            return false;
        digits = isNegative ? -digits : digits;
        return _at == _text.Length && count <= MaxDigits;
    }

    private bool TryAddExponent(ref int exponent)
    {
        var isNegative = Skip('-');
        if (!isNegative)
            Skip('+');
        Int128 power = 0;
        if (ReadDigits(ref power) == 0 || power > MaxExponent)
            return false;
        exponent += isNegative ? -(int)power : (int)power;
        return true;
    }

    private bool Skip(char expected)
    {
        var isThere = _at < _text.Length && _text[_at] == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <returns>How many digits there were; the value stops growing after
    /// <see cref="MaxDigits"/>.</returns>
    private int ReadDigits(ref Int128 value)
    {
        var from = _at;
        for (; _at < _text.Length && char.IsAsciiDigit(_text[_at]); _at++)
        {
            if (value <= Int128.MaxValue / 100)
                value = value * 10 + (_text[_at] - '0');
        }
        return _at - from;
    }
}
