using System.Globalization;
using Capacity.Cli.Csv;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>Turns lines of a usage history into rows. What is wrong throws <see cref="FormatException"/>.</summary>
internal sealed class UsageLines
{
    private const int Time = 0, App = 1, Instance = 2, Cpu = 3, Memory = 4, CpuRequest = 5, MemoryRequest = 6;

    private const double MostCores = 1e6;
    private const double MostBytes = 1e15;

    private static readonly string[] Names = ["time", "app", "instance", "cpu_used_cores", "mem_used_bytes", "cpu_request_cores", "mem_request_bytes"];
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly int[] places;
    private readonly string[] fields;
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private string lastApp = string.Empty;
    private string lastInstance = string.Empty;

    /// <param name="header">The first line.</param>
    public UsageLines(string header)
    {
        fields = [.. CsvFields.Split(header.TrimStart('\uFEFF')).Select(f => f.Trim())];
        places = [.. Names.Select(n => Array.FindIndex(fields, f => f.Equals(n, StringComparison.OrdinalIgnoreCase)))];
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var missing = Names.Where((_, i) => places[i] < 0 && i is Time or App).ToArray();
        if (missing.Length > 0)
        {
            throw new FormatException($"The header has no column {string.Join(" and ", missing)}; expected {string.Join(',', Names)}.");
        }

        if (Names.FirstOrDefault(n => fields.Count(f => f.Equals(n, StringComparison.OrdinalIgnoreCase)) > 1) is { } twice)
        {
            throw new FormatException($"The header has the column {twice} more than once.");
        }

        if (places[Cpu] < 0 && places[Memory] < 0)
        {
            throw new FormatException($"The header has neither cpu_used_cores nor mem_used_bytes; expected {string.Join(',', Names)}.");
        }
    }

    /// <summary>Reads a line.</summary>
    /// <returns>The row, or <see langword="null"/> where it has neither CPU nor memory.</returns>
    public UsageRow? Read(string line)
    {
        if (line.Contains('"', StringComparison.Ordinal))
        {
            var parts = CsvFields.Split(line);
            CheckCount(parts.Count);
            var texts = Array.ConvertAll(places, p => p < 0 ? string.Empty : parts[p]);
            var end = 0;
            Span<(int, int)> spotted = [.. texts.Select(t => (end += t.Length) is var e ? (e - t.Length, t.Length) : default)];
            return Row(string.Concat(texts), spotted);
        }

        Span<Range> ranges = stackalloc Range[fields.Length + 1];
        var count = line.AsSpan().Split(ranges, ',');
        CheckCount(count);
        Span<(int Offset, int Length)> spots = stackalloc (int, int)[Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            spots[i] = places[i] < 0 ? (0, 0) : ranges[places[i]].GetOffsetAndLength(line.Length);
        }

        return Row(line, spots);
    }

    private void CheckCount(int count)
    {
        if (count != fields.Length)
        {
            throw new FormatException($"It has {(count > fields.Length ? "more than " : string.Empty)}{Math.Min(count, fields.Length)} fields where the header has {fields.Length}.");
        }
    }

    private UsageRow? Row(string line, ReadOnlySpan<(int Offset, int Length)> spots)
    {
        var cpu = Amount(Field(line, spots, Cpu), Cpu, MostCores);
        var memory = Amount(Field(line, spots, Memory), Memory, MostBytes);
        var app = Name(Field(line, spots, App), ref lastApp);
        if (app.Length == 0)
        {
            throw new FormatException("The app has no name.");
        }

        var at = Moment(Field(line, spots, Time));
        return cpu is null && memory is null ? null : new(
            at,
            app,
            Name(Field(line, spots, Instance), ref lastInstance),
            cpu,
            memory,
            Amount(Field(line, spots, CpuRequest), CpuRequest, MostCores),
            Amount(Field(line, spots, MemoryRequest), MemoryRequest, MostBytes));
    }

    private static ReadOnlySpan<char> Field(string line, ReadOnlySpan<(int Offset, int Length)> spots, int name) =>
        line.AsSpan(spots[name].Offset, spots[name].Length).Trim();

    private static DateTimeOffset Moment(ReadOnlySpan<char> text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds >= Earliest.ToUnixTimeSeconds() && seconds < Latest.ToUnixTimeSeconds()
                ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
                : throw new FormatException($"'{text}' in column time is no unix time in seconds.");
        }

        return text.Length >= 10 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && at >= Earliest && at < Latest
            ? at
            : throw new FormatException($"'{text}' in column time is no time from 1970 to 2999: write ISO 8601 or unix seconds.");
    }

    private static double? Amount(ReadOnlySpan<char> text, int column, double most)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount >= 0 && amount <= most
            ? amount
            : throw new FormatException($"'{text}' in column {Names[column]} is no number from 0 to {most:0e0}.");
    }

    private string Name(ReadOnlySpan<char> text, ref string last)
    {
        if (text.SequenceEqual(last))
        {
            return last;
        }

        if (!lookup.TryGetValue(text, out var name))
        {
            name = text.ToString();
            known.Add(name, name);
        }

        return last = name;
    }
}
