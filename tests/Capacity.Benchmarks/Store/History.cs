using System.Globalization;
using DuckDB.NET.Data;

namespace Capacity.Benchmarks.Store;

/// <summary>Makes earlier days out of a sealed one by moving its times back.</summary>
internal static class History
{
    private static readonly string[] Files = ["apps-5m.parquet", "containers-1h.parquet", "containers-5m.parquet", "agents-5m.parquet", "groups.parquet"];

    /// <summary>What of a day has no times in it.</summary>
    private const string Timeless = "instances-1d.parquet";

    public static void Repeat(string daysFolder, DateOnly day, int times)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        for (var back = 1; back <= times; back++)
        {
            var folder = Path.Combine(daysFolder, day.AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".1");
            Directory.CreateDirectory(folder);
            var original = Path.Combine(daysFolder, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".1");
            File.Copy(Path.Combine(original, Timeless), Path.Combine(folder, Timeless));
            foreach (var file in Files)
            {
                using var command = connection.CreateCommand();
                var from = Path.Combine(original, file);
                command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
                    SET memory_limit = '2GiB';
                    COPY (SELECT * REPLACE (time - INTERVAL {back} DAY AS time) FROM '{from}')
                    TO '{Path.Combine(folder, file)}' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)
                    """);
                command.ExecuteNonQuery();
            }
        }
    }
}
