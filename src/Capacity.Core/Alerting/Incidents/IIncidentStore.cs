using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>Remembers incidents, the alerts that belong to them, and all that a correlator needs to go on. What a method has stored outlives a power failure when it returns.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written, on a full disk among others.</remarks>
public interface IIncidentStore
{
    /// <summary>Reads what a correlator needs to go on.</summary>
    /// <param name="share">Gives the copy to keep of a set of labels.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<CorrelatorState> ReadStateAsync(Func<LabelSet, LabelSet> share, CancellationToken cancellationToken);

    /// <summary>Reads the changes that are not over, and those that ended after a time.</summary>
    Task<IReadOnlyList<AnnouncedChange>> ReadChangesAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken);

    /// <summary>Writes a batch, all or none.</summary>
    Task WriteAsync(IncidentBatch batch, CancellationToken cancellationToken);

    /// <summary>Lists incidents, the latest first.</summary>
    /// <returns>The page that was asked for, and how many there are.</returns>
    Task<(IReadOnlyList<IncidentRecord> Page, int Count)> ListAsync(IncidentQuery query, CancellationToken cancellationToken);

    /// <summary>Finds an incident; <see langword="null"/> where there is none of that id.</summary>
    Task<IncidentRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists the alerts that belong to an incident, those first that proved it.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="most">How many, 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<ExplainedAlert>> AlertsOfAsync(string id, int most, CancellationToken cancellationToken);

    /// <summary>Lists what became of the alerts that fire or did lately and are in no page: those that wait, and those for working hours.</summary>
    /// <param name="verdicts">Of which kind.</param>
    /// <param name="most">How many, 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<ExplainedAlert>> FiringAsync(IReadOnlyCollection<Verdict> verdicts, int most, CancellationToken cancellationToken);

    /// <summary>Counts what fires and is in no page, by what became of it and why.</summary>
    Task<IReadOnlyList<HeldGroup>> CountFiringAsync(IReadOnlyCollection<Verdict> verdicts, CancellationToken cancellationToken);

    /// <summary>Forgets incidents that were over before a time, with their alerts and notices, and changes that ended before it.</summary>
    /// <returns>How many incidents.</returns>
    Task<int> DropEndedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
