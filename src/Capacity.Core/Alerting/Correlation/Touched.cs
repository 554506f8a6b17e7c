namespace Capacity.Core.Alerting.Correlation;

/// <summary>What has changed since it was last written down.</summary>
internal sealed class Touched
{
    private HashSet<TrackedAlert> alerts = [];
    private HashSet<Incident> incidents = [];
    private List<TrackedAlert> forgottenAlerts = [];
    private List<Incident> forgottenIncidents = [];
    private bool rest;

    public void Add(TrackedAlert alert) => alerts.Add(alert);

    public void Add(Incident incident) => incidents.Add(incident);

    /// <summary>Something that is neither an alert nor an incident has changed.</summary>
    public void AddRest() => rest = true;

    public void Forget(TrackedAlert alert)
    {
        alerts.Remove(alert);
        forgottenAlerts.Add(alert);
    }

    public void Forget(Incident incident)
    {
        incidents.Remove(incident);
        forgottenIncidents.Add(incident);
    }

    /// <summary>Hands everything out, and begins anew.</summary>
    /// <param name="save">Gives the rest, where that has changed.</param>
    public CorrelatorChanges Take(Func<CorrelatorState> save)
    {
        var changes = new CorrelatorChanges(alerts, forgottenAlerts, incidents, forgottenIncidents, rest ? save() : null);
        (alerts, incidents, forgottenAlerts, forgottenIncidents, rest) = ([], [], [], [], false);
        return changes;
    }
}
