using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Correlation;

namespace Capacity.Server.Incidents;

/// <summary>Counts what the desk does. Written by its thread, read by any.</summary>
internal sealed class DeskFigures
{
    private volatile DeskCounts counts = new();

    /// <summary>Gets the counts.</summary>
    public DeskCounts Counts => counts;

    /// <summary>Gets or sets who is told how long it took from alerts' coming in until what was decided is on disk, and for how many alerts.</summary>
    public Action<int, TimeSpan>? OnTook { get; set; }

    /// <summary>Gets or sets who is told how long after its first alert a page was decided upon.</summary>
    public Action<TimeSpan>? OnPaged { get; set; }

    /// <summary>Counts changes of alerts that are dealt with.</summary>
    public void Took(IReadOnlyList<AlertChange> changes, TimeSpan took)
    {
        counts = counts with
        {
            Changes = counts.Changes + changes.Count,
            Fired = counts.Fired + changes.Count(c => (c.Kind is AlertChangeKind.Fired && !c.Alert.IsSilenced) || c.Kind is AlertChangeKind.Unsilenced),
        };
        OnTook?.Invoke(changes.Count, took);
    }

    /// <summary>Counts decisions.</summary>
    public void Decided(Correlator correlator, IReadOnlyList<Decision> decisions)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        var kinds = new Dictionary<DecisionKind, long>(counts.Decisions);
        foreach (var decision in decisions)
        {
            kinds[decision.Kind] = kinds.GetValueOrDefault(decision.Kind) + 1;
        }

        counts = counts with { Decisions = kinds };
        foreach (var page in decisions.Where(d => d.Kind == DecisionKind.Page))
        {
            var first = page.Alerts.Select(l => correlator.Find(l)?.FiredAt).Min() ?? page.Incident!.OpenedAt;
            OnPaged?.Invoke(page.At - first);
        }
    }

    /// <summary>Counts what the correlator holds.</summary>
    public void Count(Correlator correlator)
    {
        var (firing, all) = (new Dictionary<Verdict, int>(), 0);
        foreach (var alert in correlator.Alerts)
        {
            all++;
            if (alert.IsFiring)
            {
                firing[alert.Verdict] = firing.GetValueOrDefault(alert.Verdict) + 1;
            }
        }

        counts = counts with
        {
            Firing = firing,
            Alerts = all,
            Open = correlator.Incidents.Where(i => i.IsOpen).CountBy(i => i.Kind).ToDictionary(),
            Incidents = correlator.Incidents.Count(),
        };
    }
}
