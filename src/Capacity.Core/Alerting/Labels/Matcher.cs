using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Capacity.Core.Alerting.Labels;

/// <summary>One condition on a label. A label that is not there has the empty value.</summary>
public sealed class Matcher : IEquatable<Matcher>
{
    private readonly Regex? pattern;

    private Matcher(string name, MatchOperator comparison, string value, Regex? pattern)
    {
        Name = name;
        Operator = comparison;
        Value = value;
        this.pattern = pattern;
    }

    /// <summary>Gets the label's name.</summary>
    public string Name { get; }

    /// <summary>Gets how it compares.</summary>
    public MatchOperator Operator { get; }

    /// <summary>Gets the value, or the regular expression in RE2's syntax, as it was written.</summary>
    public string Value { get; }

    /// <summary>Gets whether the value is a regular expression.</summary>
    public bool IsRegex => pattern is not null;

    /// <summary>Gets whether it asks for what the value says, rather than for anything else.</summary>
    public bool IsEqual => Operator is MatchOperator.Equal or MatchOperator.Matches;

    /// <summary>Makes a condition.</summary>
    /// <param name="name">The label's name.</param>
    /// <param name="comparison">How to compare.</param>
    /// <param name="value">The value, or a regular expression in RE2's syntax; it has to match the whole value.</param>
    /// <param name="matcher">The condition.</param>
    /// <param name="error">What is wrong with the regular expression, in one line.</param>
    public static bool TryCreate(
        string name, MatchOperator comparison, string value, [NotNullWhen(true)] out Matcher? matcher, [NotNullWhen(false)] out string? error)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        Regex? pattern = null;
        error = null;
        if (comparison is MatchOperator.Matches or MatchOperator.DoesNotMatch && !Re2Pattern.TryCompile(value, out pattern, out error))
        {
            matcher = null;
            return false;
        }

        matcher = new(name, comparison, value, pattern);
        return true;
    }

    /// <summary>Makes a condition that is known to be right.</summary>
    /// <exception cref="ArgumentException">The regular expression is wrong.</exception>
    public static Matcher Create(string name, MatchOperator comparison, string value) =>
        TryCreate(name, comparison, value, out var matcher, out var error) ? matcher : throw new ArgumentException(error, nameof(value));

    /// <summary>Whether the condition holds for the labels.</summary>
    public bool Matches(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return MatchesValue(labels[Name]);
    }

    /// <summary>Whether the condition holds for a value of its label; empty for a label that is not there.</summary>
    public bool MatchesValue(string value) => Holds(value) == IsEqual;

    /// <inheritdoc/>
    public bool Equals(Matcher? other) => other is not null && (Name, Operator, Value) == (other.Name, other.Operator, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matcher);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Operator, Value);

    /// <summary>Gives the condition as it is written, such as <c>zone="a"</c>. A name that Prometheus did not know at first stands in quotes.</summary>
    public override string ToString() => $"{(IsClassic(Name) ? Name : $"\"{LabelText.Escape(Name)}\"")}{Sign}\"{LabelText.Escape(Value)}\"";

    private string Sign => Operator switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.Matches => "=~",
        _ => "!~",
    };

    private static bool IsClassic(string name) => !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':');

    private bool Holds(string value) => pattern?.IsMatch(value) ?? string.Equals(value, Value, StringComparison.Ordinal);
}
