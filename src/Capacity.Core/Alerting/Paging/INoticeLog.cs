namespace Capacity.Core.Alerting.Paging;

/// <summary>What was decided to be told, in order. It is written with the state of the correlator, all or none.</summary>
public interface INoticeLog
{
    /// <summary>Reads notices in the order of their sequence.</summary>
    /// <param name="after">The sequence of the last one that is known; 0 for none.</param>
    /// <param name="most">How many, 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The store can't be read.</exception>
    Task<IReadOnlyList<IncidentNotice>> ReadAsync(long after, int most, CancellationToken cancellationToken);
}
