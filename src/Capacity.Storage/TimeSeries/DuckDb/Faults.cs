using Capacity.Core.TimeSeries;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What an exception of the engine or the file system means.</summary>
internal static class Faults
{
    private static readonly string[] Full = ["No space left", "File too large", "Disk quota", "not enough space", "disk is full", "max_temp_directory_size"];
    private static readonly string[] Closed = ["Permission denied", "Read-only file system", "Operation not permitted", "is denied"];
    private static readonly string[] Busy = ["Conflicting lock", "Could not set lock", "Too many open files", "Cannot allocate memory", "Out of Memory"];

    /// <summary>Says whether an exception is one that the file system or the engine throws for reasons outside of this program.</summary>
    public static bool IsExpected(Exception e) => e is DuckDBException or IOException or UnauthorizedAccessException;

    /// <summary>Says what an expected exception means; a complaint of the engine that the surroundings don't explain is damage.</summary>
    public static StoreFault Of(Exception e)
    {
        bool Says(string[] words) => Array.Exists(words, w => e.Message.Contains(w, StringComparison.OrdinalIgnoreCase));
        return e switch
        {
            UnauthorizedAccessException => StoreFault.Forbidden,
            _ when Says(Full) => StoreFault.DiskFull,
            _ when Says(Closed) => StoreFault.Forbidden,
            DuckDBException { ErrorType: DuckDBErrorType.OutOfMemory or DuckDBErrorType.Interrupt or DuckDBErrorType.Parser or DuckDBErrorType.Binder } =>
                StoreFault.Unavailable,
            DuckDBException when !Says(Busy) => StoreFault.Damaged,
            _ => StoreFault.Unavailable,
        };
    }

    /// <summary>Says whether the engine had no memory left for a statement.</summary>
    public static bool IsOutOfMemory(Exception e) => e is DuckDBException && e.Message.Contains("Out of Memory Error", StringComparison.Ordinal);

    /// <summary>Says whether the engine refuses all work from now on and has to be started anew.</summary>
    public static bool StopsEngine(Exception e) => e is DuckDBException { ErrorType: DuckDBErrorType.Fatal or DuckDBErrorType.Internal }
        || e.Message.Contains("has been invalidated", StringComparison.Ordinal);

    /// <summary>The first line of what an exception says.</summary>
    public static string Line(Exception e) => e.Message.Split('\n', 2)[0].Trim();
}
