namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Keeps demands hour by hour and day by day. All methods throw <see cref="IOException"/> where the store can't be read or written.</summary>
public interface IDemandStore
{
    /// <summary>Stores points, all or none; what is there of the same step, cut and time is replaced.</summary>
    Task AppendAsync(IReadOnlyCollection<DemandPoint> points, CancellationToken cancellationToken);

    /// <summary>Reads the points of one kind of step that begin in <c>[since, until)</c>, in order of time.</summary>
    Task<IReadOnlyList<DemandPoint>> ReadAsync(DemandStep kind, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Finds when the last point of the cluster begins; <see langword="null"/> where there is none.</summary>
    Task<DateTimeOffset?> FindLatestAsync(DemandStep kind, CancellationToken cancellationToken);

    /// <summary>Drops what is older than a time.</summary>
    /// <returns>How many points were dropped.</returns>
    Task<int> DropBeforeAsync(DemandStep kind, DateTimeOffset time, CancellationToken cancellationToken);
}
