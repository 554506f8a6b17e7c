using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>The engine inside this process: an empty database in memory to which the days' files are attached.</summary>
/// <remarks>One file a day, so that damage costs a day at most and dropping a day is deleting a file.</remarks>
internal sealed class DuckDbEngine(DuckDbOptions options, StoreFiles files) : IDisposable
{
    private DuckDBConnection? root;

    /// <summary>Gets a value indicating whether the engine is started. After a fatal error it has to be started anew.</summary>
    public bool IsRunning => root is not null;

    public void Start()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        root = connection;
        using var session = Connect(CancellationToken.None);
        session.Execute($"""
            {MemoryLimit(options.MemoryLimitBytes)};
            SET threads = {Sql.Number(options.Threads)};
            SET temp_directory = {Sql.Text(files.Spill)};
            SET wal_autocheckpoint = '128MiB';
            SET parquet_metadata_cache = true;
            SET allocator_flush_threshold = '4MiB';
            SET allocator_background_threads = true;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            """);
    }

    public DuckDbSession Connect(CancellationToken cancellationToken)
    {
        var connection = (root ?? throw new InvalidOperationException("The engine is not started.")).Duplicate();
        if (connection.State != System.Data.ConnectionState.Open)
        {
            connection.Open();
        }

        return new(connection, cancellationToken);
    }

    /// <summary>The statement that sets what the engine may take, for all of its connections.</summary>
    public static string MemoryLimit(long bytes) => $"SET memory_limit = '{Sql.Number(bytes / 1024)}KiB'";

    public void Attach(DayPart part)
    {
        using var session = Connect(CancellationToken.None);
        session.Execute($"ATTACH {Sql.Text(files.DatabaseOf(part))} AS {part.Alias}");
    }

    public void Detach(DayPart part)
    {
        using var session = Connect(CancellationToken.None);
        session.Execute($"DETACH {part.Alias}");
    }

    /// <summary>Ends the engine; what it has committed is on disk already.</summary>
    public void Stop()
    {
        try
        {
            root?.Dispose();
        }
        catch (DuckDBException)
        {
            // A checkpoint at the end that failed: the write-ahead log is still there.
        }
        finally
        {
            root = null;
        }
    }

    public void Dispose() => Stop();
}
