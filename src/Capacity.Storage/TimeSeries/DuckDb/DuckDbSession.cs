using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>One connection, and the statements that are run on it until somebody cancels.</summary>
internal sealed class DuckDbSession(DuckDBConnection connection, CancellationToken cancellationToken) : IDisposable
{
    public DuckDBConnection Connection => connection;

    public void Execute(string sql)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        using var cancel = cancellationToken.Register(command.Cancel);
        command.CommandText = sql;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (Exception e) when (IsCancelled(e))
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    /// <summary>Runs a statement that cleans up, whether somebody has cancelled or not.</summary>
    public void CleanUp(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        using var cancel = cancellationToken.Register(command.Cancel);
        command.CommandText = sql;
        try
        {
            using var reader = command.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (Exception e) when (IsCancelled(e))
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    /// <summary>Reads one whole number; zero for null.</summary>
    public long Number(string sql) => Query(sql, r => r.IsDBNull(0) ? 0 : r.GetInt64(0))[0];

    public void Dispose() => connection.Dispose();

    private bool IsCancelled(Exception e) => cancellationToken.IsCancellationRequested && e is DuckDBException or OperationCanceledException;
}
