using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>Which notices a route is for: every list that is not empty must hold what the notice has.</summary>
public sealed record NoticeMatch
{
    /// <summary>Gets the match that every notice has.</summary>
    public static NoticeMatch Everything { get; } = new();

    /// <summary>Gets what is asked: <see cref="NoticeKind.Page"/> and <see cref="NoticeKind.Ticket"/> are what routes see.</summary>
    public IReadOnlyList<NoticeKind> Asks { get; init; } = [];

    /// <summary>Gets the severities.</summary>
    public IReadOnlyList<AlertSeverity> Severities { get; init; } = [];

    /// <summary>Gets the kinds of causes.</summary>
    public IReadOnlyList<IncidentKind> Kinds { get; init; } = [];

    /// <summary>Gets the teams; an incident that is no team's matches no name.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Gets the zones.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Gets the clusters.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Whether a notice matches.</summary>
    public bool Matches(IncidentNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Holds(Asks, notice.Kind)
            && Holds(Severities, notice.Severity)
            && Holds(Kinds, notice.CauseKind)
            && HoldsText(Teams, notice.Team)
            && HoldsText(Zones, notice.Zone)
            && HoldsText(Clusters, notice.Cluster);
    }

    private static bool Holds<T>(IReadOnlyList<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);

    private static bool HoldsText(IReadOnlyList<string> wanted, string? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value, StringComparer.Ordinal));
}
