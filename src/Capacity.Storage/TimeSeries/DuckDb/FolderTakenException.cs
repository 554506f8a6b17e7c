namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Another process owns the folder.</summary>
internal sealed class FolderTakenException(string message, Exception inner) : Exception(message, inner);
