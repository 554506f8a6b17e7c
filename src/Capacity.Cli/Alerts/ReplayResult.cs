using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Cli.Alerts;

/// <summary>What the correlator did with a storm.</summary>
internal sealed class ReplayResult(Storm storm)
{
    private readonly Dictionary<string, Incident> incidents = new(StringComparer.Ordinal);

    public Storm Storm { get; } = storm;

    public long Copies { get; set; }

    /// <summary>Gets the alerts of which a copy came. (The correlator forgets those that are long over.)</summary>
    public HashSet<LabelSet> Alerts { get; } = [];

    /// <summary>Gets the time from the first alert of an incident to its first page, by the incident's id.</summary>
    public Dictionary<string, TimeSpan> Delays { get; } = [];

    /// <summary>Gets the decisions about incidents that a pager hears of.</summary>
    public List<Decision> Calls { get; } = [];

    /// <summary>Gets how many decisions were made for which reason.</summary>
    public Dictionary<(DecisionKind Kind, string Reason), int> Reasons { get; } = [];

    /// <summary>Gets the alerts that ever waited, joined an incident or became a ticket.</summary>
    public HashSet<LabelSet> Quietened { get; } = [];

    public IEnumerable<Incident> Incidents => incidents.Values;

    public int Pages => Calls.Count(c => c.Kind == DecisionKind.Page);

    /// <summary>Takes what was decided.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="alerts">The alerts that the correlator knows when it decides so.</param>
    public void Add(IReadOnlyList<Decision> decisions, IEnumerable<TrackedAlert> alerts)
    {
        foreach (var decision in decisions)
        {
            if (decision.Incident is { } incident)
            {
                incidents[incident.Id] = incident;
            }

            if (decision.Kind == DecisionKind.Page)
            {
                Delays.TryAdd(decision.Incident!.Id, Delay(decision, alerts));
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

    private static TimeSpan Delay(Decision page, IEnumerable<TrackedAlert> alerts)
    {
        var first = alerts.Where(a => a.Incident == page.Incident!.Id || page.Alerts.Contains(a.Labels)).Select(a => (DateTimeOffset?)a.FiredAt).Min() ?? page.At;
        var delay = page.At - (first < page.At ? first : page.Incident!.OpenedAt);
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
