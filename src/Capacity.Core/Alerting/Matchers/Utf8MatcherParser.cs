using System.Diagnostics.CodeAnalysis;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Matchers;

/// <summary>Reads matchers in the syntax that Alertmanager has since 0.27: any name, in quotes or without.</summary>
/// <remarks><c>matcher/parse</c> of Alertmanager is the reference for what is accepted, and for what an error says.</remarks>
internal sealed class Utf8MatcherParser
{
    private const string LabelName = "expected label name";
    private const string LabelValue = "expected label value";
    private const string Sign = "expected an operator such as '=', '!=', '=~' or '!~'";
    private const string CommaOrBrace = "expected a comma or close brace";
    private const string MatcherOrBrace = "expected a matcher or close brace after comma";

    private readonly MatcherLexer lexer;
    private readonly List<Matcher> matchers = [];
    private MatcherToken next;
    private string? error;

    private Utf8MatcherParser(string text) => lexer = new(text);

    /// <summary>Reads a list, in braces or without.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<Matcher>? matchers, [NotNullWhen(false)] out string? error)
    {
        var parser = new Utf8MatcherParser(text);
        matchers = parser.List() ? parser.matchers : null;
        error = parser.error;
        return matchers is not null;
    }

    /// <summary>Reads a list of exactly one.</summary>
    public static bool TryParseOne(string text, [NotNullWhen(true)] out Matcher? matcher, [NotNullWhen(false)] out string? error)
    {
        matcher = null;
        if (!TryParse(text, out var all, out error))
        {
            return false;
        }

        if (all.Count != 1)
        {
            error = all.Count == 0 ? "no matchers" : $"expected 1 matcher, found {all.Count}";
            return false;
        }

        matcher = all[0];
        return true;
    }

    private bool List()
    {
        if (!Advance())
        {
            return false;
        }

        var braces = next.Kind == MatcherTokenKind.OpenBrace;
        if (braces && !Advance())
        {
            return false;
        }

        while (next.Kind is not (MatcherTokenKind.CloseBrace or MatcherTokenKind.End))
        {
            if (!One() || !Separator())
            {
                return false;
            }
        }

        return End(braces);
    }

    private bool One()
    {
        if (!Text(LabelName, Sign, out var name) || !Operator(out var comparison) || !Text(LabelValue, CommaOrBrace, out var value))
        {
            return false;
        }

        if (name.Length == 0)
        {
            return Fail("a label's name is empty");
        }

        if (!Matcher.TryCreate(name, comparison, value, out var matcher, out _))
        {
            return Fail($"failed to create matcher: {RegexpFault.Describe($"^(?:{value})$")}");
        }

        matchers.Add(matcher);
        return true;
    }

    private bool Separator()
    {
        switch (next.Kind)
        {
            case MatcherTokenKind.CloseBrace or MatcherTokenKind.End:
                return true;

            case MatcherTokenKind.Comma:
                return Advance(MatcherOrBrace)
                    && (next.IsText || next.Kind is MatcherTokenKind.CloseBrace or MatcherTokenKind.End || Unexpected(MatcherOrBrace));

            default:
                return Unexpected(CommaOrBrace);
        }
    }

    private bool End(bool braces)
    {
        if (next.Kind == MatcherTokenKind.End)
        {
            return !braces || Fail($"0:{lexer.Column}: end of input: expected close brace");
        }

        if (!braces)
        {
            return Fail($"0:{lexer.Column}: }}: expected opening brace");
        }

        return Advance() && (next.Kind == MatcherTokenKind.End || Fail($"{next.Place}: {next.Text}: expected end of input"));
    }

    /// <summary>Reads a name or a value.</summary>
    /// <param name="expected">What an error says where something else is there.</param>
    /// <param name="after">What an error says where nothing readable comes after it.</param>
    /// <param name="text">What was read.</param>
    private bool Text(string expected, string after, out string text)
    {
        text = "";
        if (!next.IsText)
        {
            return Unexpected(expected);
        }

        var token = next;
        if ((token.Kind == MatcherTokenKind.Quoted ? QuotedText.Read(token.Text) : token.Text) is not { } read)
        {
            return Fail($"{token.Place}: {token.Text}: invalid input");
        }

        text = read;
        return Advance(after);
    }

    private bool Operator(out MatchOperator comparison)
    {
        comparison = next.Text switch
        {
            "!=" => MatchOperator.NotEqual,
            "=~" => MatchOperator.Matches,
            "!~" => MatchOperator.DoesNotMatch,
            _ => MatchOperator.Equal,
        };
        return next.Kind == MatcherTokenKind.Operator ? Advance(LabelValue) : Unexpected(Sign);
    }

    /// <summary>Goes to the next token.</summary>
    /// <param name="expected">What an error says after what is wrong; <see langword="null"/> for nothing.</param>
    private bool Advance(string? expected = null)
    {
        if (lexer.Next() is { } token)
        {
            next = token;
            return true;
        }

        return Fail(expected is null ? lexer.Error! : $"{lexer.Error}: {expected}");
    }

    private bool Unexpected(string expected) =>
        Fail(next.Kind == MatcherTokenKind.End ? $"end of input: {expected}" : $"{next.Place}: unexpected {next.Text}: {expected}");

    private bool Fail(string reason)
    {
        error = reason;
        return false;
    }
}
