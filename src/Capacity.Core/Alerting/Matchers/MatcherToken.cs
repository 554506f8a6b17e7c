namespace Capacity.Core.Alerting.Matchers;

/// <summary>A piece of a list of matchers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written, quotes included.</param>
/// <param name="Start">The column of its first code point; the first column is 0.</param>
/// <param name="End">The column after its last one.</param>
internal readonly record struct MatcherToken(MatcherTokenKind Kind, string Text, int Start, int End)
{
    /// <summary>Gets whether it is a name or a value.</summary>
    public bool IsText => Kind is MatcherTokenKind.Quoted or MatcherTokenKind.Unquoted;

    public string Place => $"{Start}:{End}";
}
