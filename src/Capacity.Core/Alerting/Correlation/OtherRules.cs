namespace Capacity.Core.Alerting.Correlation;

/// <summary>What explains anything else: its machine is gone, or nothing does.</summary>
internal sealed class OtherRules(Scene scene, Acts acts)
{
    public void Decide(TrackedAlert alert, DateTimeOffset now)
    {
        if (alert.Subject.Machine is { } machine && alert.Subject.Kind != AlertKind.Condition)
        {
            if (scene.Incidents.Domains.Find(d => d.Hosts.Contains(machine.Host)) is { } domain)
            {
                scene.Incidents.Join(domain, alert, Verdict.Attached, $"{machine.Host} is part of '{domain.Cause}'", now);
                return;
            }

            if (alert.Subject.Kind == AlertKind.Auxiliary)
            {
                acts.Ticket(alert, "a helper on one machine", now);
                return;
            }

            if (scene.Machines.IsForming(machine.Zone, now))
            {
                acts.Wait(alert, now + TimeSpan.FromSeconds(10), "its zone may have failed", now);
                return;
            }

            if (scene.Machines.Has(machine) || scene.Incidents.Find($"machine {machine.Host}") is not null)
            {
                acts.Ticket(alert, $"{machine.Host} is gone, which is a ticket itself", now);
                return;
            }
        }

        acts.Alone(alert, IncidentKind.Condition, now);
    }
}
