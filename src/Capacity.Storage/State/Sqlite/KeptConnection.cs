using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>The connection for what is written many times a second: it stays open, and its statements stay prepared.</summary>
internal sealed class KeptConnection(SqliteState state) : IDisposable
{
    private readonly Dictionary<string, RowStatement> statements = new(StringComparer.Ordinal);
    private SqliteConnection? connection;

    /// <summary>Does some work in one transaction, when all others that write much are done. Where it fails nothing is written, and the next work has a new connection.</summary>
    /// <exception cref="SqliteException">SQLite can't.</exception>
    public void Write(Action<SqliteConnection, SqliteTransaction> work)
    {
        lock (state.Writing)
        {
            try
            {
                connection ??= state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                work(connection, transaction);
                transaction.Commit();
            }
            catch
            {
                Close();
                throw;
            }
        }
    }

    /// <summary>Gets a statement for the work that is being done.</summary>
    public RowStatement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new(connection!, sql);
            statements.Add(sql, statement);
        }

        return statement;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (state.Writing)
        {
            Close();
        }
    }

    private void Close()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
        connection?.Dispose();
        connection = null;
    }
}
