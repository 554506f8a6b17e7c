using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Matchers;

/// <summary>A word alone stands for the alerts of that name, as in amtool.</summary>
public static class AlertNameText
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("=!~{},\"");

    /// <summary>Reads a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matcher">What it stands for.</param>
    /// <returns>Whether it is a word: nothing in it means anything in a matcher.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Matcher? matcher)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim();
        matcher = word.Length > 0 && !word.AsSpan().ContainsAny(Signs) ? Matcher.Create("alertname", MatchOperator.Equal, word) : null;
        return matcher is not null;
    }

    /// <summary>Reads a word, or a list of matchers.</summary>
    /// <param name="text">The text; empty for no matchers.</param>
    /// <param name="matchers">The matchers, all of which have to hold.</param>
    /// <param name="error">What is wrong, in the words of Alertmanager.</param>
    public static bool TryParseAll(string text, [NotNullWhen(true)] out IReadOnlyList<Matcher>? matchers, [NotNullWhen(false)] out string? error)
    {
        if (TryParse(text, out var name))
        {
            (matchers, error) = ([name], null);
            return true;
        }

        return MatcherText.TryParseAll(text, out matchers, out error);
    }
}
