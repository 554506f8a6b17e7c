namespace Capacity.Core.Alerting.Correlation;

/// <summary>What fires on a machine while a change may take it.</summary>
internal sealed class ChangeRules(Scene scene, Acts acts)
{
    /// <summary>Decides on such an alert; gives <see langword="false"/> for any other.</summary>
    public bool Explain(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        if (subject.Machine is not { } machine || subject.Kind is AlertKind.Condition or AlertKind.Symptom
            || scene.Changes.Find(machine.Host, alert.Began) is not { } window)
        {
            return false;
        }

        if (now < window.Deadline)
        {
            acts.Hold(alert, window.Deadline, $"{window.Change} may take {machine.Host} until {window.Until}", now);
            return true;
        }

        if (!subject.IsControlPlane || !subject.IsMachineEvidence || subject.Severity == AlertSeverity.Info)
        {
            alert.Began = now;
            return false;
        }

        var incident = scene.Incidents.Open(IncidentKind.Change, $"{window.Change} {machine.Host}", $"{machine.Host} did not come back from {window.Change}", now);
        incident.Hosts.Add(machine.Host);
        acts.Page(incident, alert, $"still gone at {window.Until}, the announced end and grace", now);
        return true;
    }
}
