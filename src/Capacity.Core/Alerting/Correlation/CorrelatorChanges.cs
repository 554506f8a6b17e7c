namespace Capacity.Core.Alerting.Correlation;

/// <summary>What a correlator has to remember beyond what was written down the last time. What is in it goes on living in the correlator: it has to be written before that is asked again.</summary>
/// <param name="Alerts">Alerts that are new or have changed.</param>
/// <param name="ForgottenAlerts">Alerts that are not needed any more to go on.</param>
/// <param name="Incidents">Incidents that are new or have changed.</param>
/// <param name="ForgottenIncidents">Incidents that are not needed any more to go on.</param>
/// <param name="Rest">All but alerts and incidents; <see langword="null"/> where it has not changed.</param>
public sealed record CorrelatorChanges(
    IReadOnlyCollection<TrackedAlert> Alerts,
    IReadOnlyCollection<TrackedAlert> ForgottenAlerts,
    IReadOnlyCollection<Incident> Incidents,
    IReadOnlyCollection<Incident> ForgottenIncidents,
    CorrelatorState? Rest)
{
    /// <summary>Gets whether there is nothing to write.</summary>
    public bool IsEmpty => Alerts.Count == 0 && ForgottenAlerts.Count == 0 && Incidents.Count == 0 && ForgottenIncidents.Count == 0 && Rest is null;

    /// <summary>Gives these changes and later ones together.</summary>
    public CorrelatorChanges With(CorrelatorChanges later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new(
            [.. Alerts.Except(later.ForgottenAlerts).Union(later.Alerts)],
            [.. ForgottenAlerts, .. later.ForgottenAlerts],
            [.. Incidents.Except(later.ForgottenIncidents).Union(later.Incidents)],
            [.. ForgottenIncidents, .. later.ForgottenIncidents],
            later.Rest ?? Rest);
    }
}
