namespace Capacity.Core.Alerting.Reviewing;

/// <summary>An incident as a review looks at it.</summary>
public sealed record ReviewedIncident
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its cause, in one line.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets when it began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets when somebody was paged; <see langword="null"/> for a ticket.</summary>
    public DateTimeOffset? PagedAt { get; init; }

    /// <summary>Gets when somebody said that he takes care of it; <see langword="null"/> where nobody did.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Gets when it was over; <see langword="null"/> as long as it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Gets the alerts that belonged to it.</summary>
    public IReadOnlyList<ReviewedAlert> Alerts { get; init; } = [];

    /// <summary>Gets whether somebody was woken for what went away by itself.</summary>
    public bool IsWithoutAction => PagedAt is not null && ResolvedAt is not null && AcknowledgedAt is null;
}
