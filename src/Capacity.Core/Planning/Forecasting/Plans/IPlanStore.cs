namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>Keeps planned events. All methods throw <see cref="IOException"/> where the store can't be read or written.</summary>
public interface IPlanStore
{
    /// <summary>Reads all of them, the earliest first.</summary>
    Task<IReadOnlyList<StoredPlan>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds one.</summary>
    Task AddAsync(StoredPlan plan, CancellationToken cancellationToken);

    /// <summary>Takes one away.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken);
}
