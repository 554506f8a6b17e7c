using System.Text;
using System.Text.RegularExpressions;

namespace Capacity.Core.Alerting.Labels;

/// <summary>Rewrites RE2's syntax where .NET means something else by the same signs.</summary>
/// <remarks>
/// RE2's <c>\d</c>, <c>\w</c> and <c>\s</c> are ASCII, groups are named <c>(?P&lt;n&gt;…)</c>, <c>\Q…\E</c> quotes, <c>\pN</c> needs no braces, classes
/// such as <c>[[:alpha:]]</c> have names, and a bracket within a class is a sign like any other.
/// </remarks>
internal static class Re2Syntax
{
    private static readonly Dictionary<string, string> Classes = new()
    {
        ["alnum"] = "0-9A-Za-z", ["alpha"] = "A-Za-z", ["ascii"] = @"\x00-\x7F", ["blank"] = @"\t ", ["cntrl"] = @"\x00-\x1F\x7F", ["digit"] = "0-9",
        ["graph"] = "!-~", ["lower"] = "a-z", ["print"] = " -~", ["punct"] = @"!-/:-@\[-`{-~", ["space"] = @"\t\n\v\f\r ", ["upper"] = "A-Z",
        ["word"] = "0-9A-Za-z_", ["xdigit"] = "0-9A-Fa-f",
    };

    public static string Translate(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        var i = 0;
        while (i < text.Length)
        {
            i += text[i] switch
            {
                '\\' => Escape(text.AsSpan(i), inClass: false, result),
                '[' => Class(text.AsSpan(i), result),
                '(' when text.AsSpan(i).StartsWith("(?P<", StringComparison.Ordinal) => Put("(?<", 4, result),
                '$' => Put(@"\z", 1, result),
                _ => Put(text.AsSpan(i, 1), 1, result),
            };
        }

        return result.ToString();
    }

    private static int Class(ReadOnlySpan<char> text, StringBuilder result)
    {
        result.Append('[');
        var i = 1;
        if (i < text.Length && text[i] == '^')
        {
            result.Append('^');
            i++;
        }

        for (var first = i; i < text.Length; first = -1)
        {
            if (text[i] == ']' && i != first)
            {
                result.Append(']');
                return i + 1;
            }

            i += text[i] switch
            {
                '\\' => Escape(text[i..], inClass: true, result),
                '[' when i + 1 < text.Length && text[i + 1] == ':' => Named(text[i..], result),
                '[' or ']' => Put($"\\{text[i]}", 1, result),
                _ => Put(text.Slice(i, 1), 1, result),
            };
        }

        throw new ArgumentException("A class is not closed.", nameof(text));
    }

    private static int Named(ReadOnlySpan<char> text, StringBuilder result)
    {
        var end = text.IndexOf(":]", StringComparison.Ordinal);
        if (end < 2 || !Classes.TryGetValue(text[2..end].ToString(), out var ranges))
        {
            throw new ArgumentException("A class of this name is not known.", nameof(text));
        }

        return Put(ranges, end + 2, result);
    }

    private static int Escape(ReadOnlySpan<char> text, bool inClass, StringBuilder result)
    {
        if (text.Length < 2)
        {
            throw new ArgumentException("A backslash is the last sign.", nameof(text));
        }

        return text[1] switch
        {
            'd' => Put(inClass ? "0-9" : "[0-9]", 2, result),
            'D' when !inClass => Put("[^0-9]", 2, result),
            'w' => Put(inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]", 2, result),
            'W' when !inClass => Put("[^0-9A-Za-z_]", 2, result),
            's' => Put(inClass ? @"\t\n\f\r " : @"[\t\n\f\r ]", 2, result),
            'S' when !inClass => Put(@"[^\t\n\f\r ]", 2, result),
            'Q' when !inClass => Quoted(text, result),
            'p' or 'P' when text.Length > 2 && text[2] != '{' => Put($"\\{text[1]}{{{text[2]}}}", 3, result),
            _ => Put(text[..2], 2, result),
        };
    }

    private static int Quoted(ReadOnlySpan<char> text, StringBuilder result)
    {
        var end = text.IndexOf(@"\E", StringComparison.Ordinal);
        return Put(Regex.Escape(text[2..(end < 0 ? text.Length : end)].ToString()), end < 0 ? text.Length : end + 2, result);
    }

    private static int Put(ReadOnlySpan<char> translated, int taken, StringBuilder result)
    {
        result.Append(translated);
        return taken;
    }
}
