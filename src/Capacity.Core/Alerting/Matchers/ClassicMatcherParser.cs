using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Matchers;

/// <summary>Reads matchers in the syntax that Alertmanager had up to 0.26: names of Prometheus, values with few rules.</summary>
/// <remarks><c>pkg/labels/parse.go</c> of Alertmanager is the reference for what is accepted, and for what an error says.</remarks>
internal static partial class ClassicMatcherParser
{
    /// <summary>Reads a list, in braces or without.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<Matcher>? matchers, [NotNullWhen(false)] out string? error)
    {
        List<Matcher> all = [];
        matchers = null;
        foreach (var part in Split(text))
        {
            if (!TryParseOne(part, out var matcher, out error))
            {
                return false;
            }

            all.Add(matcher);
        }

        (matchers, error) = (all, null);
        return true;
    }

    /// <summary>Reads one matcher, without braces.</summary>
    public static bool TryParseOne(string text, [NotNullWhen(true)] out Matcher? matcher, [NotNullWhen(false)] out string? error)
    {
        matcher = null;
        if (Form().Match(text) is not { Success: true } form)
        {
            error = $"bad matcher format: {text}";
            return false;
        }

        var written = form.Groups["value"].Value;
        if (Value(written) is not { } value)
        {
            error = $"matcher value contains unescaped double quote: {written}";
            return false;
        }

        if (!Matcher.TryCreate(form.Groups["name"].Value, Operator(form.Groups["operator"].Value), value, out matcher, out _))
        {
            error = RegexpFault.Describe($"^(?:{value})$");
            return false;
        }

        error = null;
        return true;
    }

    /// <summary>Cuts at commas that stand in no quotes. Nothing but the last part may be empty.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var rest = text.StartsWith('{') ? text[1..] : text;
        rest = rest.EndsWith('}') ? rest[..^1] : rest;
        var (start, quoted, escaped) = (0, false, false);
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == ',' && !quoted)
            {
                yield return rest[start..i];
                start = i + 1;
                continue;
            }

            quoted ^= rest[i] == '"' && !escaped;
            escaped = rest[i] == '\\' && !escaped;
        }

        if (rest[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static MatchOperator Operator(string sign) => sign switch
    {
        "=" => MatchOperator.Equal,
        "!=" => MatchOperator.NotEqual,
        "=~" => MatchOperator.Matches,
        _ => MatchOperator.DoesNotMatch,
    };

    /// <summary>Reads a value; <see langword="null"/> where a quote is in the wrong place, or missing.</summary>
    private static string? Value(string written)
    {
        var quoted = written.StartsWith('"');
        var text = quoted ? written.AsSpan(1) : written;
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return quoted && i == text.Length - 1 ? value.ToString() : null;
            }

            if (text[i] != '\\' || i == text.Length - 1)
            {
                value.Append(text[i]);
                continue;
            }

            i++;
            _ = text[i] switch
            {
                'n' => value.Append('\n'),
                '"' or '\\' => value.Append(text[i]),
                _ => value.Append('\\').Append(text[i]),
            };
        }

        return quoted ? null : value.ToString();
    }

    [GeneratedRegex(@"^\s*(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?<operator>=~|=|!=|!~)\s*(?<value>[\s\S]*?)\s*\z")]
    private static partial Regex Form();
}
