using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Looks at a source before the C# compiler does, whose lexer and parser recurse: bounds
/// what could make them go deep, and refuses what would hide from this look.</summary>
/// <remarks>Linear, without recursion. It knows no grammar: a statement is what stands between
/// semicolons and braces.</remarks>
internal sealed class LexicalLimits
{
    /// <summary>The most tokens of a source.</summary>
    public const int MaxTokens = 16_384;

    /// <summary>The most brackets, of all kinds, that are open at a time.</summary>
    public const int MaxDepth = 48;

    /// <summary>The most <c>not</c> of a statement.</summary>
    public const int MaxNegations = 32;

    /// <summary>The most <c>&lt;</c> of a statement: each may begin a list of types.</summary>
    public const int MaxAngles = 64;

    /// <summary>The most operators in a row.</summary>
    public const int MaxOperators = 16;

    /// <summary>The most tokens between two commas, semicolons or braces.</summary>
    public const int MaxRun = 512;

    /// <summary>The most keywords of nested statements between two braces.</summary>
    public const int MaxStatements = 128;

    private const string Brackets = "()[]{}";

    private readonly SourceText _text;
    private readonly string _source;
    private readonly string _file;
    private int _at;
    private int _tokens;
    private int _depth;
    private int _negations;
    private int _angles;
    private int _operators;
    private int _run;
    private int _statements;

    private LexicalLimits(SourceText text, string file)
    {
        _text = text;
        _source = text.ToString();
        _file = file;
    }

    /// <summary>The first thing that is over a limit or must not be there; null if nothing is.
    /// </summary>
    public static RuleDiagnostic? Check(SourceText text, string file) =>
        new LexicalLimits(text, file).Run();

    private RuleDiagnostic? Run()
    {
        RuleDiagnostic? found = null;
        while (found is null && _at < _source.Length)
            found = Forbidden(_source[_at]) ?? Step(_source[_at]);
        return found;
    }

    /// <summary>Takes one token, comment or space.</summary>
    private RuleDiagnostic? Step(char first)
    {
        if (char.IsWhiteSpace(first))
        {
            _at++;
            return null;
        }
        if (first == '/' && Peek is '/' or '*')
            return SkipComment();
        var start = _at;
        if (first == '"')
            return SkipText() ?? Count(start);
        if (char.IsLetterOrDigit(first) || first == '_' || char.IsSurrogate(first))
            SkipWord();
        else
            _at++;
        return Count(start);
    }

    private char Peek => _at + 1 < _source.Length ? _source[_at + 1] : '\0';

    private RuleDiagnostic? Forbidden(char c) => c switch
    {
        '\t' or '\r' or '\n' => null,
        '#' => Error(
            _at, 1, "Directives (#r, #load, #if, …) are not available to quoting rules.",
            RuleDiagnosticId.Directive),
        '$' => Error(_at, 1, "Interpolated strings are not available to quoting rules."),
        '@' => Error(_at, 1, "'@' is not available to quoting rules."),
        '\\' => Error(_at, 1, "Escapes outside strings are not available to quoting rules."),
        '\'' => Error(_at, 1, "Characters are not available to quoting rules."),
        _ => Hidden(_at),
    };

    /// <summary>Characters that a reader does not see, or sees elsewhere than they are, and halves
    /// of characters: two sources with different ones would have one hash.</summary>
    private RuleDiagnostic? Hidden(int at)
    {
        var c = _source[at];
        var isHalf = char.IsSurrogate(c)
            && !(char.IsHighSurrogate(c) && at + 1 < _source.Length
                && char.IsLowSurrogate(_source[at + 1]))
            && !(char.IsLowSurrogate(c) && at > 0 && char.IsHighSurrogate(_source[at - 1]));
        var isHidden = c is not ('\t' or '\r' or '\n')
            && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
        return isHalf || isHidden
            ? Error(at, 1, $"The character U+{(int)c:X4} is not available to quoting rules.")
            : null;
    }

    private RuleDiagnostic? SkipComment()
    {
        var isLine = Peek == '/';
        var end = isLine
            ? _source.IndexOfAny(['\r', '\n'], _at)
            : _source.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        end = end < 0 ? _source.Length : isLine ? end : end + 2;
        for (; _at < end; _at++)
        {
            if (Hidden(_at) is { } hidden)
                return hidden;
        }
        return null;
    }

    private RuleDiagnostic? SkipText()
    {
        if (Peek == '"' && _at + 2 < _source.Length && _source[_at + 2] == '"')
            return Error(_at, 3, "Raw strings are not available to quoting rules.");
        for (_at++; _at < _source.Length; _at++)
        {
            var c = _source[_at];
            if (c is '\r' or '\n')
                return null;
            if (Hidden(_at) is { } hidden)
                return hidden;
            if (c == '"')
            {
                _at++;
                return null;
            }
            if (c == '\\' && Peek is '\\' or '"')
                _at++;
        }
        return null;
    }

    private void SkipWord()
    {
        while (_at < _source.Length
            && (char.IsLetterOrDigit(_source[_at]) || _source[_at] == '_'
                || char.IsSurrogate(_source[_at])
                || char.GetUnicodeCategory(_source[_at])
                    is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.ConnectorPunctuation))
            _at++;
    }

    /// <summary>Counts the token that begins there.</summary>
    private RuleDiagnostic? Count(int start)
    {
        var first = _source[start];
        var isOperator = !char.IsLetterOrDigit(first) && first is not ('_' or '"' or ',' or ';')
            && !Brackets.Contains(first, StringComparison.Ordinal);
        _operators = isOperator ? _operators + 1 : 0;
        _run = first is ',' or ';' or '{' or '}' ? 0 : _run + 1;
        if (first is ';' or '{' or '}')
            _negations = _angles = 0;
        if (first is '{' or '}')
            _statements = 0;
        if (first is '(' or '[' or '{')
            _depth++;
        if (first is ')' or ']' or '}' && _depth > 0)
            _depth--;
        if (first == '<')
            _angles++;
        var word = _source.AsSpan(start, _at - start);
        if (word is "not")
            _negations++;
        if (word is "if" or "else" or "for" or "foreach" or "while" or "do" or "switch")
            _statements++;
        return TooMany(start, ++_tokens, MaxTokens, "tokens")
            ?? TooMany(start, _depth, MaxDepth, "open brackets")
            ?? TooMany(start, _negations, MaxNegations, "'not' in a statement")
            ?? TooMany(start, _angles, MaxAngles, "'<' in a statement")
            ?? TooMany(start, _operators, MaxOperators, "operators in a row")
            ?? TooMany(start, _run, MaxRun, "tokens without a comma or semicolon")
            ?? TooMany(start, _statements, MaxStatements, "statements without braces");
    }

    private RuleDiagnostic? TooMany(int start, int number, int limit, string of) =>
        number <= limit ? null : Error(start, 1, $"Too many {of}: the limit is {limit}.");

    private RuleDiagnostic Error(
        int start, int length, string message, string id = RuleDiagnosticId.Limit)
    {
        var span = new TextSpan(start, Math.Min(length, _source.Length - start));
        return RuleDiagnostic.Error(
            id, message, Location.Create(_file, span, _text.Lines.GetLinePositionSpan(span)));
    }
}
