using Capacity.Core.TimeSeries;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Means of the figures of groups and agents over buckets.</summary>
internal static class LevelSql
{
    /// <summary>The share measured needs sums; everything else is a mean over the looks that know it.</summary>
    public static readonly string Means = "sum(cpu_measured) / nullif(sum(containers), 0), sum(memory_measured) / nullif(sum(containers), 0), avg(containers), "
        + Tables.Each(Tables.Levels[Tables.Levels.IndexOf("cpu_total", StringComparison.Ordinal)..], c => $"avg({c})");

    public static LevelFigures Cpu(DuckDBDataReader reader, int first) => Read(reader, first + 3);

    public static LevelFigures Memory(DuckDBDataReader reader, int first) => Read(reader, first + 9);

    public static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    private static LevelFigures Read(DuckDBDataReader reader, int first) => new(
        Number(reader, first),
        Number(reader, first + 1),
        Number(reader, first + 2),
        Number(reader, first + 3),
        Number(reader, first + 4),
        Number(reader, first + 5));
}
