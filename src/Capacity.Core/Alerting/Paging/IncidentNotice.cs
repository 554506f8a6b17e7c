using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Paging;

/// <summary>What is to be told of an incident at one moment. It is in the log, together with the decision it comes from, before anybody is told.</summary>
public sealed record IncidentNotice
{
    /// <summary>Gets the place in the log, from 1; with a receiver's name it is the key by which the same message is known again.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Gets the incident's id: what a pager folds messages by.</summary>
    public required string Incident { get; init; }

    /// <summary>Gets what is asked.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>Gets when it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what kind of cause the incident has.</summary>
    public required IncidentKind CauseKind { get; init; }

    /// <summary>Gets the cause, in one line.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets why it is told now, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the worst severity among its alerts.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>Gets when the incident began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets the zone that failed or that the failed machine stands in; <see langword="null"/> where it is not one.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the rack that failed or that the failed machine stands in; <see langword="null"/> where it is not one.</summary>
    public string? Rack { get; init; }

    /// <summary>Gets the team that owns what failed; <see langword="null"/> where it is not one team's.</summary>
    public string? Team { get; init; }

    /// <summary>Gets machines that failed, 20 at most.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Gets the number of machines that failed.</summary>
    public int HostCount { get; init; }

    /// <summary>Gets the number of its alerts that fire.</summary>
    public int Firing { get; init; }

    /// <summary>Gets the number of alerts that ever belonged to it.</summary>
    public int Alerts { get; init; }

    /// <summary>Gets alerts that prove it, 20 at most.</summary>
    public IReadOnlyList<LabelSet> Evidence { get; init; } = [];
}
