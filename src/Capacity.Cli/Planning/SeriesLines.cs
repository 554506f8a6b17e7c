using System.Globalization;
using Capacity.Cli.Csv;

namespace Capacity.Cli.Planning;

/// <summary>Turns lines of <c>series,time,value</c> into points. What is wrong throws <see cref="FormatException"/>.</summary>
internal sealed class SeriesLines
{
    private const int Series = 0, Time = 1, Value = 2;

    private static readonly string[] Names = ["series", "time", "value"];

    private readonly int[] places;
    private readonly int count;
    private readonly Dictionary<string, (bool IsDate, List<(double Time, double Value)> Points)> found = new(StringComparer.Ordinal);

    /// <param name="header">The first line.</param>
    public SeriesLines(string header)
    {
        string[] fields = [.. CsvFields.Split(header.TrimStart('\uFEFF')).Select(f => f.Trim())];
        count = fields.Length;
        places = [.. Names.Select(n => Array.FindIndex(fields, f => f.Equals(n, StringComparison.OrdinalIgnoreCase)))];
        string[] missing = [.. Names.Where((_, i) => places[i] < 0)];
        if (missing.Length > 0)
        {
            throw new FormatException($"The header has no column {string.Join(" and ", missing)}; expected {string.Join(',', Names)}.");
        }
    }

    /// <summary>Gets the points of each series, in the order of the file.</summary>
    public IEnumerable<(string Name, IReadOnlyList<(double Time, double Value)> Points)> Found => found.Select(f => (f.Key, (IReadOnlyList<(double, double)>)f.Value.Points));

    /// <summary>Takes a line.</summary>
    public void Take(string line)
    {
        IReadOnlyList<string> fields = line.Contains('"', StringComparison.Ordinal) ? CsvFields.Split(line) : line.Split(',');
        if (fields.Count != count)
        {
            throw new FormatException($"It has {fields.Count} fields where the header has {count}.");
        }

        var name = fields[places[Series]].Trim();
        if (name.Length == 0)
        {
            throw new FormatException("The series has no name.");
        }

        var (time, isDate) = Moment(fields[places[Time]].Trim());
        if (!found.TryGetValue(name, out var series))
        {
            found.Add(name, series = (isDate, []));
        }

        if (series.IsDate != isDate)
        {
            throw new FormatException($"Series '{name}' has both dates and plain numbers as times: write one kind.");
        }

        series.Points.Add((time, Amount(fields[places[Value]].Trim())));
    }

    private static (double Time, bool IsDate) Moment(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return (number, false);
        }

        return text.Length >= 10 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? (at.ToUnixTimeMilliseconds() / 1000.0, true)
            : throw new FormatException($"'{text}' in column time is no time: write ISO 8601 or a plain number.");
    }

    private static double Amount(string text)
    {
        if (text.Length == 0)
        {
            return double.NaN;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) <= 1e18
            ? amount
            : throw new FormatException($"'{text}' in column value is no number from -1e18 to 1e18; leave it empty where nothing was measured.");
    }
}
