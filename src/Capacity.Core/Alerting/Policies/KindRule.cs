using System.Text.RegularExpressions;

namespace Capacity.Core.Alerting.Policies;

/// <summary>Says what kind of alert a name stands for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Pattern">A regular expression that is found anywhere in the alert's name; letters of any case.</param>
/// <param name="With">Labels (of the policy's: <c>host</c>, <c>app</c>, <c>address</c>, <c>domain</c>) of which one has to be there; empty for any.</param>
/// <param name="Without">Labels of the same kinds of which none may be there.</param>
public sealed record KindRule(AlertKind Kind, string Pattern, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    private readonly Regex pattern = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether the name is one of these.</summary>
    public bool MatchesName(string name) => pattern.IsMatch(name);
}
