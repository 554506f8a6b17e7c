namespace Capacity.Storage.State.Sqlite;

/// <summary>What became of the wish to open the state.</summary>
public abstract record StateOpening
{
    private StateOpening()
    {
    }

    /// <summary>The database is open and of this program's version.</summary>
    public sealed record Opened(SqliteState State) : StateOpening;

    /// <summary>Nothing was opened; a database that was there is as it was.</summary>
    /// <param name="Reason">One line for the user.</param>
    public sealed record Refused(string Reason) : StateOpening;
}
