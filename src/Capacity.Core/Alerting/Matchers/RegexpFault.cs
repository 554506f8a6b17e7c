namespace Capacity.Core.Alerting.Matchers;

/// <summary>Says what is wrong with a regular expression, in the words of Go's <c>regexp</c>, which users of Alertmanager know.</summary>
/// <remarks>It looks for the faults that people make, and only where the expression is known to be wrong. Source of the words: Go, <c>regexp/syntax</c>.</remarks>
public static class RegexpFault
{
    private const string Repetitions = "*+?";

    /// <summary>Describes the fault of an expression that could not be compiled.</summary>
    public static string Describe(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return $"error parsing regexp: {Find(pattern)}";
    }

    private static string Find(string pattern)
    {
        var (depth, repeatable) = (0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\' when i == pattern.Length - 1:
                    return "trailing backslash at end of expression: ``";

                case '\\':
                    if (!IsEscape(pattern[i + 1]))
                    {
                        return $"invalid escape sequence: `{pattern.Substring(i, 2)}`";
                    }

                    (i, repeatable) = (i + 1, true);
                    break;

                case '[':
                    if (ClassEnd(pattern, i) is not int end)
                    {
                        return $"missing closing ]: `{pattern[i..]}`";
                    }

                    (i, repeatable) = (end, true);
                    break;

                case '(':
                    if (LooksAround(pattern.AsSpan(i)) is int length)
                    {
                        return $"invalid or unsupported Perl syntax: `{pattern.Substring(i, length)}`";
                    }

                    (depth, repeatable) = (depth + 1, false);
                    i += pattern.AsSpan(i + 1).StartsWith("?:", StringComparison.Ordinal) ? 2 : 0;
                    break;

                case ')':
                    if (--depth < 0)
                    {
                        return $"unexpected ): `{pattern}`";
                    }

                    repeatable = true;
                    break;

                case '|' or '^':
                    repeatable = false;
                    break;

                case var sign when Repetitions.Contains(sign, StringComparison.Ordinal):
                    var operators = pattern.AsSpan(i);
                    operators = operators[..(operators.IndexOfAnyExcept(Repetitions) is var n and >= 0 ? n : operators.Length)];
                    if (!repeatable)
                    {
                        return $"missing argument to repetition operator: `{sign}`";
                    }

                    if (operators.Length > 2 || (operators.Length == 2 && operators[1] != '?'))
                    {
                        return $"invalid nested repetition operator: `{operators}`";
                    }

                    i += operators.Length - 1;
                    break;

                default:
                    repeatable = true;
                    break;
            }
        }

        return depth > 0 ? $"missing closing ): `{pattern}`" : $"invalid expression: `{pattern}`";
    }

    private static bool IsEscape(char sign) => !char.IsAsciiLetter(sign) || "AbBaCdDEfnpPQrsStvwWxz".Contains(sign, StringComparison.Ordinal);

    private static int? ClassEnd(string pattern, int start)
    {
        var first = start + (pattern.AsSpan(start + 1).StartsWith("^") ? 2 : 1);
        for (var i = first; i < pattern.Length; i++)
        {
            if (pattern[i] == ']' && i > first)
            {
                return i;
            }

            i += pattern[i] == '\\' ? 1 : 0;
        }

        return null;
    }

    /// <summary>Finds groups that look ahead or behind.</summary>
    /// <returns>The length of what begins such a group; <see langword="null"/> for another group.</returns>
    private static int? LooksAround(ReadOnlySpan<char> text) =>
        text.StartsWith("(?=") || text.StartsWith("(?!") || text.StartsWith("(?>") ? 3 : text.StartsWith("(?<=") || text.StartsWith("(?<!") ? 4 : null;
}
