using System.Diagnostics.CodeAnalysis;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Matchers;

/// <summary>Reads matchers as users and programs write them, such as <c>zone="a"</c>.</summary>
/// <remarks>
/// Both syntaxes of Alertmanager are known, as in its usual mode: what both can read means what the classic one says, and an error is the
/// classic one's.
/// </remarks>
public static class MatcherText
{
    /// <summary>Reads one matcher, which must not stand in braces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matcher">The matcher.</param>
    /// <param name="error">What is wrong, in the words of Alertmanager.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Matcher? matcher, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('{') || text.EndsWith('}'))
        {
            (matcher, error) = (null, $"unexpected open or close brace: {text}");
            return false;
        }

        return ClassicMatcherParser.TryParseOne(text, out matcher, out var classic)
            ? Right(out error)
            : Utf8MatcherParser.TryParseOne(text, out matcher, out _) ? Right(out error) : Wrong(classic, out error);
    }

    /// <summary>Reads a list of matchers, in braces or without; it may be empty.</summary>
    /// <inheritdoc cref="TryParse"/>
    public static bool TryParseAll(string text, [NotNullWhen(true)] out IReadOnlyList<Matcher>? matchers, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ClassicMatcherParser.TryParse(text, out matchers, out var classic)
            ? Right(out error)
            : Utf8MatcherParser.TryParse(text, out matchers, out _) ? Right(out error) : Wrong(classic, out error);
    }

    private static bool Right(out string? error)
    {
        error = null;
        return true;
    }

    private static bool Wrong(string reason, out string error)
    {
        error = reason;
        return false;
    }
}
