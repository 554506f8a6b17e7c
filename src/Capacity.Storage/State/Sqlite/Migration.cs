namespace Capacity.Storage.State.Sqlite;

/// <summary>One step from a version of the database to the next.</summary>
/// <param name="Version">The version after it; the first is 1.</param>
/// <param name="Name">The file that it is in.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Version, string Name, string Sql);
