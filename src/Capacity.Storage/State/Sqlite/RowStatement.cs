using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A statement that is prepared once and run for one row after the other. Values go to SQLite as they are: a command would make objects of each.</summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] room = new byte[256];
    private int bound;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">An open connection, which has to live longer.</param>
    /// <param name="sql">One statement with parameters that are numbered, <c>?1</c> and so on; they are bound in this order.</param>
    public RowStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public RowStatement Bind(long? value)
    {
        bound++;
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, bound, number) : raw.sqlite3_bind_null(statement, bound));
        return this;
    }

    public RowStatement Bind(bool value) => Bind(value ? 1 : 0);

    public RowStatement Bind(string? text)
    {
        if (text is null)
        {
            return Bind((long?)null);
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > room.Length)
        {
            room = new byte[most];
        }

        return Bind(room.AsSpan(0, Encoding.UTF8.GetBytes(text, room)));
    }

    /// <summary>Binds text that is UTF-8 already; SQLite keeps a copy.</summary>
    public RowStatement Bind(ReadOnlySpan<byte> text)
    {
        bound++;

        // A pointer to no bytes at all would be NULL.
        Check(text.IsEmpty ? raw.sqlite3_bind_text(statement, bound, "") : raw.sqlite3_bind_text(statement, bound, text));
        return this;
    }

    /// <summary>Runs it with what is bound, to its end.</summary>
    /// <exception cref="SqliteException">SQLite can't.</exception>
    public void Run()
    {
        bound = 0;
        var outcome = raw.sqlite3_step(statement);
        var reset = raw.sqlite3_reset(statement);
        Check(outcome == raw.SQLITE_DONE ? reset : outcome);
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(outcome, database);
        }
    }
}
