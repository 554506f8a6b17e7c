using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Core.Alerting.Paging;

/// <summary>What one decision changes. It is stored all or none, before anything is sent.</summary>
public sealed record PagingChanges
{
    /// <summary>Nothing changes.</summary>
    public static PagingChanges None { get; } = new();

    /// <summary>Gets the sequence of the notice that was dealt with; <see langword="null"/> where it was none.</summary>
    public long? Position { get; init; }

    /// <summary>Gets the incident as it is now; <see langword="null"/> where it is as it was.</summary>
    public PagedIncident? Incident { get; init; }

    /// <summary>Gets new messages. One whose key is there already is not new, and is left out.</summary>
    public IReadOnlyList<Delivery> Added { get; init; } = [];

    /// <summary>Gets messages that are there and change.</summary>
    public IReadOnlyList<Delivery> Changed { get; init; } = [];

    /// <summary>Gets what somebody said; <see langword="null"/> for nothing.</summary>
    public IncidentNote? Note { get; init; }
}
