namespace Capacity.Core.Alerting.Labels;

/// <summary>How a <see cref="Matcher"/> compares.</summary>
public enum MatchOperator
{
    /// <summary><c>=</c>: the label has this value.</summary>
    Equal,

    /// <summary><c>!=</c>: the label has another value.</summary>
    NotEqual,

    /// <summary><c>=~</c>: the regular expression matches the whole value.</summary>
    Matches,

    /// <summary><c>!~</c>: the regular expression does not match the whole value.</summary>
    DoesNotMatch,
}
