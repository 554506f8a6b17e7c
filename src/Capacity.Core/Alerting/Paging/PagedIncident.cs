namespace Capacity.Core.Alerting.Paging;

/// <summary>What was told of an incident, and what people did about it.</summary>
public sealed record PagedIncident
{
    /// <summary>Gets the incident's id.</summary>
    public required string Incident { get; init; }

    /// <summary>Gets the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Gets the sequence of its latest notice.</summary>
    public required long LastSequence { get; init; }

    /// <summary>Gets when that was decided.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Gets the sequence of its first ticket; <see langword="null"/> for none.</summary>
    public long? TicketSequence { get; init; }

    /// <summary>Gets the sequence of its first page; <see langword="null"/> for none.</summary>
    public long? PageSequence { get; init; }

    /// <summary>Gets when it was last decided to page; <see langword="null"/> for never.</summary>
    public DateTimeOffset? PagedAt { get; init; }

    /// <summary>Gets when a receiver first took a page; <see langword="null"/> for not yet.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Gets the name of its escalation; <see langword="null"/> for none.</summary>
    public string? Escalation { get; init; }

    /// <summary>Gets how many steps of it were taken.</summary>
    public int Steps { get; init; }

    /// <summary>Gets when the next step is due; <see langword="null"/> where none is.</summary>
    public DateTimeOffset? NextStepAt { get; init; }

    /// <summary>Gets when somebody took it on; <see langword="null"/> for nobody yet.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Gets who took it on; <see langword="null"/> for nobody yet.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>Gets when it was over; <see langword="null"/> where it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
}
