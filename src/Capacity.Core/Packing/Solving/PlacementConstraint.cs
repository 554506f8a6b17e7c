using System.Globalization;
using System.Text.RegularExpressions;

namespace Capacity.Core.Packing.Solving;

/// <summary>One constraint on where items may be, as Marathon has them.</summary>
/// <remarks>A machine without the field meets no constraint on it but <see cref="ConstraintOperator.Unlike"/>.</remarks>
public sealed record PlacementConstraint
{
    private static readonly Dictionary<string, ConstraintOperator> Words = new()
    {
        ["UNIQUE"] = ConstraintOperator.Unique,
        ["CLUSTER"] = ConstraintOperator.Cluster,
        ["GROUP_BY"] = ConstraintOperator.GroupBy,
        ["LIKE"] = ConstraintOperator.Like,
        ["UNLIKE"] = ConstraintOperator.Unlike,
        ["MAX_PER"] = ConstraintOperator.MaxPer,
        ["IS"] = ConstraintOperator.Is,
    };

    private readonly Regex? pattern;

    private PlacementConstraint(string field, ConstraintOperator op, string? value, int? number, Regex? pattern = null)
    {
        Field = field;
        Operator = op;
        Value = value;
        Number = number;
        this.pattern = pattern;
    }

    /// <summary>Gets the attribute; <c>hostname</c> is the machine's id.</summary>
    public string Field { get; }

    /// <summary>Gets what is asked of it.</summary>
    public ConstraintOperator Operator { get; }

    /// <summary>Gets the value or pattern; <see langword="null"/> where none is given.</summary>
    public string? Value { get; }

    /// <summary>Gets the number of <see cref="ConstraintOperator.MaxPer"/>, or the fewest values of <see cref="ConstraintOperator.GroupBy"/>.</summary>
    public int? Number { get; }

    /// <summary>Reads a constraint in Marathon's form: field, operator, and a value where the operator takes one.</summary>
    /// <param name="parts">Two or three words.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static PlacementConstraint Parse(IReadOnlyList<string> parts)
    {
        if (parts.Count is < 2 or > 3)
        {
            throw new FormatException($"a constraint is [field, operator] or [field, operator, value], but this has {parts.Count} parts");
        }

        if (!Words.TryGetValue(parts[1], out var op))
        {
            throw new FormatException($"'{parts[1]}' is no operator; the operators are {string.Join(", ", Words.Keys)}");
        }

        // Marathon takes "@hostname" and "hostname" for the same.
        var field = parts[0] == "@hostname" ? "hostname" : parts[0];
        var value = parts.Count == 3 && parts[2].Length > 0 ? parts[2] : null;
        return op switch
        {
            ConstraintOperator.Like or ConstraintOperator.Unlike => new(field, op, value, null, Pattern(parts[1], value)),
            ConstraintOperator.Is when value is null => throw new FormatException("IS needs a value"),
            ConstraintOperator.MaxPer => new(field, op, value, WholeNumber(value) ?? throw new FormatException("MAX_PER needs a whole number of 1 or more")),
            ConstraintOperator.GroupBy when value is not null => new(field, op, value, WholeNumber(value) ?? throw new FormatException("GROUP_BY takes a whole number of 1 or more, or nothing")),
            ConstraintOperator.Unique when value is not null => throw new FormatException("UNIQUE takes no value"),
            _ => new(field, op, value, null),
        };
    }

    /// <summary>Says whether both ask for the same; the pattern is the value's.</summary>
    public bool Equals(PlacementConstraint? other) => other is not null && (Field, Operator, Value) == (other.Field, other.Operator, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Operator, Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Field} {Words.First(w => w.Value == Operator).Key}{(Value is null ? string.Empty : $" {Value}")}";

    /// <summary>Says whether a machine may ever hold such items, whatever else is there.</summary>
    /// <param name="value">The machine's value of the field; <see langword="null"/> where it has none.</param>
    internal bool Allows(string? value) => Operator switch
    {
        ConstraintOperator.Like => value is not null && pattern!.IsMatch(value),
        ConstraintOperator.Unlike => value is null || !pattern!.IsMatch(value),
        ConstraintOperator.Is => value == Value,
        ConstraintOperator.Cluster => value is not null && (Value is null || value == Value),
        _ => value is not null,
    };

    private static Regex Pattern(string word, string? value)
    {
        try
        {
            return new($"^(?:{value ?? throw new FormatException($"{word} needs a regular expression")})\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"'{value}' is no regular expression: {e.Message}");
        }
    }

    private static int? WholeNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null;
}
