using Capacity.Core.Alerting.Context;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>All that a correlator has to remember. What is kept before a page is sent makes sure that the page is neither lost nor sent twice.</summary>
public sealed record CorrelatorState
{
    /// <summary>Nothing yet.</summary>
    public static CorrelatorState Empty => new();

    /// <summary>Gets the alerts that fire or did lately.</summary>
    public IReadOnlyList<TrackedAlert> Alerts { get; init; } = [];

    /// <summary>Gets the incidents.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Gets the changes that are under way.</summary>
    public IReadOnlyList<ContextEvent.ChangeStarted> Changes { get; init; } = [];

    /// <summary>Gets when which machine may be gone.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>Gets who leads since when.</summary>
    public Leadership Leadership { get; init; } = new();

    /// <summary>Gets the number of incidents so far.</summary>
    public long Sequence { get; init; }
}
