using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Checks;

/// <summary>Makes alerts of what checks found.</summary>
/// <param name="cluster">The cluster's name.</param>
/// <param name="runbooks">The page with the runbooks, a section for each check.</param>
/// <param name="generator">The address that lists the checks.</param>
public sealed class CheckAlerts(string cluster, string runbooks, string generator)
{
    private static readonly string[] Added = ["alertname", "severity", "cluster"];

    /// <summary>Makes the alerts that fire, and those that ended, to be sent now.</summary>
    /// <param name="checks">All checks after a look.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">Until when an alert fires on where nobody sends it again; later than the next look.</param>
    public IReadOnlyList<PostedAlert> Of(IReadOnlyList<CheckState> checks, DateTimeOffset now, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return
        [
            .. checks.SelectMany(c => c.Firing, (c, t) => Of(c, t, until)),
            .. checks.SelectMany(c => c.Resolved, (c, t) => Of(c, t, now)),
        ];
    }

    /// <summary>Makes the labels of an alert.</summary>
    public LabelSet LabelsOf(CheckRule rule, CheckSettings settings, LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(labels);
        return LabelSet.Create([.. labels, new("alertname", rule.Name), new("severity", Word(settings.Severity)), new("cluster", cluster)]);
    }

    /// <summary>Gives the labels of an alert without those that all of them have.</summary>
    public static LabelSet SubjectOf(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Without(Added);
    }

    /// <summary>Writes a severity as rules for Prometheus do.</summary>
    public static string Word(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Info => "info",
        AlertSeverity.Warning => "warning",
        AlertSeverity.Critical => "critical",
        _ => throw new InvalidOperationException($"Unknown severity {severity}."),
    };

    /// <summary>Gives the address of a check's runbook.</summary>
    public string RunbookOf(CheckRule rule, CheckSettings settings)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Runbook ?? $"{runbooks}#{rule.Name.ToLowerInvariant()}";
    }

    private PostedAlert Of(CheckState check, CheckTrack track, DateTimeOffset end) => new(
        LabelsOf(check.Rule, check.Settings, track.Labels),
        AnnotationSet.Create(
        [
            new("summary", check.Rule.Summary),
            new("description", track.Explanation is { } why ? $"{track.Detail} {why}" : track.Detail),
            new("runbook_url", RunbookOf(check.Rule, check.Settings)),
        ]),
        generator,
        track.FiringSince,
        end);
}
