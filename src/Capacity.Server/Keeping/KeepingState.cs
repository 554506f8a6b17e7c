namespace Capacity.Server.Keeping;

/// <summary>How the keeping of collections goes, since the start.</summary>
public sealed record KeepingState
{
    /// <summary>Gets the collections that are on disk: acknowledged, and there after any crash.</summary>
    public long CollectionsStored { get; init; }

    /// <summary>Gets their rows.</summary>
    public long RowsStored { get; init; }

    /// <summary>Gets when the newest of them was taken; <see langword="null"/> where there is none.</summary>
    public DateTimeOffset? NewestStored { get; init; }

    /// <summary>Gets the collections that wait for the disk.</summary>
    public int CollectionsWaiting { get; init; }

    /// <summary>Gets their rows.</summary>
    public int RowsWaiting { get; init; }

    /// <summary>Gets the collections that never will be stored.</summary>
    public long CollectionsLost { get; init; }

    /// <summary>Gets why the store did not take the last one; <see langword="null"/> where it did.</summary>
    public string? Trouble { get; init; }

    /// <summary>Gets why the agents could not be remembered the last time; <see langword="null"/> where they were.</summary>
    public string? InventoryTrouble { get; init; }
}
