using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Capacity.Core.Alerting.Labels;

/// <summary>Regular expressions of Prometheus and Alertmanager (RE2's syntax), matched in linear time against a whole value.</summary>
internal static class Re2Pattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static bool TryCompile(string text, [NotNullWhen(true)] out Regex? pattern, [NotNullWhen(false)] out string? error)
    {
        try
        {
            // By itself first, so that a parenthesis too many cannot close the group around it.
            var translated = Re2Syntax.Translate(text);
            _ = new Regex(translated, Options);
            pattern = new($@"\A(?:{translated})\z", Options);
            error = null;
            return true;
        }
        catch (ArgumentException)
        {
            pattern = null;
            error = $"'{text}' is no regular expression: see https://github.com/google/re2/wiki/Syntax.";
            return false;
        }
        catch (NotSupportedException)
        {
            pattern = null;
            error = $"'{text}' looks ahead, behind or back, which regular expressions of labels cannot.";
            return false;
        }
    }
}
