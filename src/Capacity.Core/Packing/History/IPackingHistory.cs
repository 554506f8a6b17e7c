namespace Capacity.Core.Packing.History;

/// <summary>Keeps the headline figures of packing over time.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written.</remarks>
public interface IPackingHistory
{
    /// <summary>Stores points; what is there of the same time, level and name is replaced.</summary>
    Task AppendAsync(IReadOnlyCollection<PackingPoint> points, CancellationToken cancellationToken);

    /// <summary>Reads the points of one level in <c>[start, until)</c>, by name and then in order of time.</summary>
    Task<IReadOnlyList<PackingPoint>> ReadAsync(PackingLevel level, DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Drops what is older than a time.</summary>
    /// <returns>How many points were dropped.</returns>
    Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
