using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Cli.Alerts;

/// <summary>What the correlator did with a storm.</summary>
internal sealed class ReplayResult(Storm storm)
{
    private readonly Dictionary<string, Incident> incidents = new(StringComparer.Ordinal);

    public Storm Storm { get; } = storm;

    public long Copies { get; set; }

    public IReadOnlyList<TrackedAlert> Alerts { get; set; } = [];

    /// <summary>Gets the decisions about incidents that a pager hears of.</summary>
    public List<Decision> Calls { get; } = [];

    /// <summary>Gets how many decisions were made for which reason.</summary>
    public Dictionary<(DecisionKind Kind, string Reason), int> Reasons { get; } = [];

    /// <summary>Gets the alerts that ever waited, joined an incident or became a ticket.</summary>
    public HashSet<LabelSet> Quietened { get; } = [];

    public IEnumerable<Incident> Incidents => incidents.Values;

    public int Pages => Calls.Count(c => c.Kind == DecisionKind.Page);

    public void Add(IReadOnlyList<Decision> decisions)
    {
        foreach (var decision in decisions)
        {
            if (decision.Incident is { } incident)
            {
                incidents[incident.Id] = incident;
            }

            if (decision.Kind is DecisionKind.Page or DecisionKind.Update || (decision.Kind == DecisionKind.Resolve && decision.Incident!.PagedAt is not null))
            {
                Calls.Add(decision);
            }
            else if (decision.Kind != DecisionKind.Resolve)
            {
                var key = (decision.Kind, decision.Incident is { } of && decision.Kind == DecisionKind.Attach ? $"part of '{of.Cause}'" : decision.Reason);
                Reasons[key] = Reasons.GetValueOrDefault(key) + decision.Alerts.Count;
                Quietened.UnionWith(decision.Alerts);
            }
        }
    }
}
