using System.Globalization;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>The names of the store's files, and the steps that make a change of them last.</summary>
/// <remarks>
/// <c>open/2026-11-22.1.duckdb</c> is a day that still takes samples; <c>days/2026-11-22.1/</c> is the same day sealed, one sorted
/// Parquet file per table. The number is a generation: a sealed day holds everything up to and with its generation, so
/// whatever is found after a crash with the same or a lower one is superseded and may go.
/// </remarks>
internal sealed class StoreFiles(string folder)
{
    public const string Database = ".duckdb";
    public const string WriteAheadLog = ".duckdb.wal";
    public const string Unfinished = ".tmp";
    public const string Containers = "containers.parquet";
    public const string ContainersDownsampled = "containers-5m.parquet";
    public const string ContainersHourly = "containers-1h.parquet";
    public const string InstancesDaily = "instances-1d.parquet";
    public const string AppsDownsampled = "apps-5m.parquet";
    public const string Agents = "agents.parquet";
    public const string AgentsDownsampled = "agents-5m.parquet";
    public const string Groups = "groups.parquet";
    public const string Packing = "agent-packing.parquet";

    public string Folder => folder;

    public string Open => Path.Combine(folder, "open");

    public string Days => Path.Combine(folder, "days");

    public string Spill => Path.Combine(folder, "tmp");

    public string DatabaseOf(DayPart part) => Path.Combine(Open, part + Database);

    public string FolderOf(DayPart part) => Path.Combine(Days, part.ToString());

    /// <summary>Makes the folders, and throws where they can't be made or written.</summary>
    public void Prepare()
    {
        foreach (var folder in (string[])[Folder, Open, Days, Spill])
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
    }

    /// <summary>Reads the day and generation from a file's name; <see langword="null"/> where it is none of ours.</summary>
    public static DayPart? Parse(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && DateOnly.TryParseExact(name.AsSpan(0, dot), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? new(date, generation)
            : null;
    }

    /// <summary>Brings a file's content to the disk.</summary>
    public static void Sync(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Deletes a folder so that a crash in between leaves nothing that looks whole.</summary>
    public static void DeleteFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        var doomed = path.EndsWith(Unfinished, StringComparison.Ordinal) ? path : path + Unfinished;
        if (doomed != path)
        {
            Directory.Move(path, doomed);
        }

        Directory.Delete(doomed, recursive: true);
    }
}
