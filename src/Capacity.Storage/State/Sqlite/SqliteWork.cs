using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Runs work on the state beside the caller, and says in the ports' own terms what went wrong.</summary>
internal static class SqliteWork
{
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return work();
            }
            catch (SqliteException e)
            {
                throw new IOException($"The state can't be read or written: {e.Message}", e);
            }
        },
        cancellationToken);
}
