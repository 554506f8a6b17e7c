using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Brings a database to this program's version, each step whole or not at all.</summary>
internal static class Migrator
{
    /// <summary>Applies what is missing.</summary>
    /// <returns>Why it can't; <see langword="null"/> where the database is of this version now.</returns>
    public static string? Apply(SqliteConnection connection, IReadOnlyList<Migration> steps, TimeProvider time)
    {
        // The lock for writing first: two programs that start at once must not both migrate.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT", transaction: transaction);
        var version = connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM schema_version", transaction: transaction);
        if (version > steps.Count)
        {
            return $"it is of version {version} and this program knows versions up to {steps.Count}: a newer program has used it. Start that one, or restore an older copy.";
        }

        foreach (var step in steps.Skip(version))
        {
            connection.Execute(step.Sql, transaction: transaction);
            connection.Execute(
                "INSERT INTO schema_version (version, name, applied_at) VALUES (@Version, @Name, @At)",
                new { step.Version, step.Name, At = time.GetUtcNow().ToString("O") },
                transaction);
        }

        transaction.Commit();
        return null;
    }
}
