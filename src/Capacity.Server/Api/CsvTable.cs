using System.Globalization;

namespace Capacity.Server.Api;

/// <summary>Writes rows as CSV (RFC 4180): a header, then a line a row; unknown values are empty, numbers use a point.</summary>
/// <remarks>Names come from whoever may start tasks: what a spreadsheet would take for a formula has an apostrophe before it.</remarks>
/// <param name="columns">The name and the value of each column.</param>
public sealed class CsvTable<T>(params (string Name, Func<T, object?> Value)[] columns)
{
    /// <summary>Writes the header and all rows.</summary>
    public void Write(TextWriter output, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rows);
        WriteLine(output, columns.Select(c => c.Name));
        foreach (var row in rows)
        {
            WriteLine(output, columns.Select(c => Text(c.Value(row))));
        }
    }

    private static void WriteLine(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(Quote)));
        output.Write("\r\n");
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string s => s is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{s}" : s,
        bool b => b ? "true" : "false",
        DateTimeOffset t => t.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Quote(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
