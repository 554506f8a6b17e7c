using System.Text;

namespace Capacity.Core.Alerting.Matchers;

/// <summary>Cuts a list of matchers into tokens. Names and values without quotes are anything but white space and the signs that mean something.</summary>
internal sealed class MatcherLexer(string text)
{
    private const string Reserved = "{}!=~,\\\"'`";

    private int at;

    /// <summary>Gets the column of what comes next.</summary>
    public int Column { get; private set; }

    /// <summary>Gets what is wrong; <see langword="null"/> as long as nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads the next token; <see langword="null"/> where there is none, which <see cref="Error"/> explains.</summary>
    public MatcherToken? Next()
    {
        while (at < text.Length && Rune.IsWhiteSpace(Peek()))
        {
            Skip();
        }

        var (start, column) = (at, Column);
        if (at == text.Length)
        {
            return new(MatcherTokenKind.End, "", column, column);
        }

        switch (text[at])
        {
            case '{':
                return Single(MatcherTokenKind.OpenBrace);
            case '}':
                return Single(MatcherTokenKind.CloseBrace);
            case ',':
                return Single(MatcherTokenKind.Comma);
            case '=' or '!':
                return Operator(start, column);
            case '"':
                return Quoted(start, column);
        }

        while (at < text.Length && !Rune.IsWhiteSpace(Peek()) && !Reserved.Contains(text[at], StringComparison.Ordinal))
        {
            Skip();
        }

        if (at > start)
        {
            return Token(MatcherTokenKind.Unquoted, start, column);
        }

        Skip();
        return Fault(start, column);

        MatcherToken Single(MatcherTokenKind kind)
        {
            Skip();
            return Token(kind, start, column);
        }
    }

    private MatcherToken? Operator(int start, int column)
    {
        var first = text[at];
        Skip();
        if (at < text.Length && (text[at] == '~' || (first == '!' && text[at] == '=')))
        {
            Skip();
            return Token(MatcherTokenKind.Operator, start, column);
        }

        return first == '=' ? Token(MatcherTokenKind.Operator, start, column) : Fault(start, column);
    }

    private MatcherToken? Quoted(int start, int column)
    {
        Skip();
        while (at < text.Length)
        {
            var sign = text[at];
            Skip();
            if (sign == '"')
            {
                return Token(MatcherTokenKind.Quoted, start, column);
            }

            if (sign == '\\' && at < text.Length)
            {
                Skip();
            }
        }

        Error = $"{column}:{Column}: {text[start..]}: missing end \"";
        return null;
    }

    private MatcherToken Token(MatcherTokenKind kind, int start, int column) => new(kind, text[start..at], column, Column);

    private MatcherToken? Fault(int start, int column)
    {
        Error = $"{column}:{Column}: {text[start..at]}: invalid input";
        return null;
    }

    private Rune Peek() => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private void Skip()
    {
        at += Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
        Column++;
    }
}
