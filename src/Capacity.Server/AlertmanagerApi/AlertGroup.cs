using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Alerts that have some labels in common.</summary>
/// <param name="Labels">What they have in common; a label that an alert does not have is not among them.</param>
/// <param name="Alerts">The alerts.</param>
public sealed record AlertGroup(LabelSet Labels, IReadOnlyList<Alert> Alerts)
{
    /// <summary>Groups alerts, in the order of what they have in common.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="by">The names of labels.</param>
    public static IEnumerable<AlertGroup> Of(IEnumerable<Alert> alerts, IReadOnlyList<string> by) => alerts
        .GroupBy(a => a.Labels.Only((IReadOnlyCollection<string>)by))
        .Select(g => new AlertGroup(g.Key, [.. g]))
        .OrderBy(g => g.Labels.ToString(), StringComparer.Ordinal);
}
