using System.Text.RegularExpressions;

namespace Capacity.Core.Alerting.Policies;

/// <summary>Says what kind of alert a name stands for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Pattern">A regular expression that is found anywhere in the alert's name; letters of any case.</param>
/// <param name="With">Labels (of the policy's: <c>host</c>, <c>app</c>, <c>address</c>, <c>domain</c>) of which one has to be there; empty for any.</param>
/// <param name="Without">Labels of the same kinds of which none may be there.</param>
public sealed record KindRule(AlertKind Kind, string Pattern, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    /// <summary>No name takes this long but one that a pattern of nested repetitions chokes on. Patterns that can't would cost a third of a megabyte each.</summary>
    private static readonly TimeSpan LongestSearch = TimeSpan.FromMilliseconds(100);

    private readonly Regex pattern = new(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, LongestSearch);

    /// <summary>Whether the name is one of these; not where that takes too long to say.</summary>
    public bool MatchesName(string name)
    {
        try
        {
            return pattern.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
