namespace Capacity.Core.Alerting.Correlation;

/// <summary>One failure: a cause, and the alerts it explains.</summary>
public sealed class Incident
{
    /// <summary>Gets the key that a pager folds calls by; never used twice.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is about; no two open incidents have the same.</summary>
    public required string Key { get; set; }

    /// <summary>Gets what kind of cause it has.</summary>
    public IncidentKind Kind { get; init; }

    /// <summary>Gets or sets the cause, in one line.</summary>
    public required string Cause { get; set; }

    /// <summary>Gets when it began.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets or sets when somebody was paged; <see langword="null"/> for a ticket.</summary>
    public DateTimeOffset? PagedAt { get; set; }

    /// <summary>Gets or sets when it was made a ticket; <see langword="null"/> where somebody was paged at once.</summary>
    public DateTimeOffset? TicketedAt { get; set; }

    /// <summary>Gets or sets when it was over.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Gets or sets when it will be over if nothing fires until then; <see langword="null"/> while something fires.</summary>
    public DateTimeOffset? QuietUntil { get; set; }

    /// <summary>Gets or sets when the last machine joined it.</summary>
    public DateTimeOffset GrownAt { get; set; }

    /// <summary>Gets or sets the number of its alerts that fire.</summary>
    public int Firing { get; set; }

    /// <summary>Gets or sets the number of alerts that ever belonged to it.</summary>
    public int Alerts { get; set; }

    /// <summary>Gets or sets the number of its alerts that somebody has silenced while they fire; they are not among <see cref="Firing"/>.</summary>
    public int Silenced { get; set; }

    /// <summary>Gets or sets the worst severity among its alerts.</summary>
    public AlertSeverity Severity { get; set; }

    /// <summary>Gets or sets how often it came back before it was over.</summary>
    public int Flaps { get; set; }

    /// <summary>Gets or sets the zone that failed; <see langword="null"/> where it is not one.</summary>
    public string? Zone { get; set; }

    /// <summary>Gets or sets the rack that failed; <see langword="null"/> where it is not one.</summary>
    public string? Rack { get; set; }

    /// <summary>Gets or sets whether all of the cluster failed.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Gets or sets the machines that failed.</summary>
    public HashSet<string> Hosts { get; set; } = [];

    /// <summary>Gets or sets what happened when.</summary>
    public List<TimelineEntry> Timeline { get; set; } = [];

    /// <summary>Gets whether it is not over.</summary>
    public bool IsOpen => ResolvedAt is null;

    internal bool Covers(string? zone, string? rack) => IsWhole || (zone == Zone && (Rack is null || rack == Rack));
}
