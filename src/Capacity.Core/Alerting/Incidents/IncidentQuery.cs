using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>Which incidents are asked for.</summary>
public sealed record IncidentQuery
{
    /// <summary>Gets whether they have to be open (<see langword="true"/>), over (<see langword="false"/>) or either (<see langword="null"/>).</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Gets whether somebody has to have been paged; <see langword="null"/> for any.</summary>
    public bool? IsPaged { get; init; }

    /// <summary>Gets the time from which on they have to have been open; <see langword="null"/> for any.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets the kind of cause; <see langword="null"/> for any.</summary>
    public IncidentKind? Kind { get; init; }

    /// <summary>Gets the zone that failed, or that machines of it stand in; <see langword="null"/> for any.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the team that owns what failed; <see langword="null"/> for any.</summary>
    public string? Team { get; init; }

    /// <summary>Gets how many to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>Gets how many to give at most.</summary>
    public int Take { get; init; } = 1000;
}
