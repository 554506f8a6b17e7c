namespace Capacity.Server.Pages.Tables;

/// <summary>What a table is sorted by.</summary>
/// <param name="Column">The key of the column.</param>
/// <param name="Descending">Whether the largest come first.</param>
public sealed record Ordering(string Column, bool Descending)
{
    /// <summary>Reads <c>column</c>, or <c>-column</c> for the largest first.</summary>
    public static Ordering Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('-') ? new(text[1..], true) : new(text, false);
    }

    /// <summary>Writes it as an address has it.</summary>
    public override string ToString() => Descending ? $"-{Column}" : Column;

    /// <summary>Says what a click on a column's head asks for: the other direction, or the column's own first one.</summary>
    public Ordering Clicked<T>(Column<T> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(column.Key, column.Key == Column ? !Descending : column.Number);
    }

    /// <summary>Sorts rows; equal ones stay as they are, and unknown ones come last.</summary>
    public IEnumerable<T> Sort<T>(IEnumerable<T> rows, Func<T, IComparable?> by)
    {
        var known = rows.OrderBy(r => by(r) is null);
        return Descending ? known.ThenByDescending(by, NaturalOrder.Instance) : known.ThenBy(by, NaturalOrder.Instance);
    }
}
