namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>A day in Parquet files. Any of them may be missing: dropped by the retention, or damaged and set aside.</summary>
internal sealed record SealedDay(DayPart Part, string Folder, IReadOnlySet<string> Files)
{
    public bool Has(string file) => Files.Contains(file);

    public string PathOf(string file) => Path.Combine(Folder, file);

    public static SealedDay Read(DayPart part, string folder) =>
        new(part, folder, Directory.GetFiles(folder, "*.parquet").Select(f => Path.GetFileName(f)!).ToHashSet());
}
