using System.Globalization;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Literals and small steps.</summary>
internal static class Sql
{
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Time(long microseconds) => $"make_timestamp({Number(microseconds)})";

    /// <summary>A scan of Parquet files.</summary>
    public static string Parquet(IEnumerable<string> paths) => $"read_parquet([{string.Join(", ", paths.Select(Text))}])";

    /// <summary>Several selects with equal columns as one.</summary>
    public static string Union(IReadOnlyCollection<string> selects) => string.Join("\nUNION ALL BY NAME\n", selects);
}
