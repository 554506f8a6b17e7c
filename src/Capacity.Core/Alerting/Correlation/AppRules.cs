using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What explains apps, and what users notice: failed machines do, changes of the control plane never.</summary>
internal sealed class AppRules(Scene scene, Acts acts)
{
    /// <summary>The longest that an app may be down with nobody told: windows of maintenance may take days, and tasks are started elsewhere meanwhile.</summary>
    private static readonly TimeSpan LongestMaintained = TimeSpan.FromHours(1);

    private static readonly TimeSpan DeployWindow = TimeSpan.FromMinutes(30);
    private readonly AlertPolicy policy = scene.Policy;

    public void Decide(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        var deployed = DeployedBefore(alert);
        if (scene.Incidents.Find($"app {subject.Thing}") is { } own)
        {
            scene.Incidents.Join(own, alert, Verdict.Attached, $"the same as '{own.Cause}'", now);
        }
        else if (deployed is null && scene.Incidents.Domains.Find(d => Explains(d, alert)) is { } domain)
        {
            scene.Incidents.Join(domain, alert, Verdict.Attached, $"follows from '{domain.Cause}'", now);
        }
        else if (deployed is null && subject.Kind == AlertKind.App && Maintained(alert) is { } end && now < end)
        {
            acts.Hold(alert, end, $"machines{(subject.Zone is { } zone ? $" of zone {zone}" : "")} are in maintenance until {end:HH:mm:ss}", now);
        }
        else if (deployed is null && subject.Kind == AlertKind.App && scene.Machines.RestartsUntil(now) is { } restarted && now < restarted)
        {
            acts.Hold(alert, restarted, "services restart on several machines", now);
        }
        else
        {
            acts.Alone(alert, IncidentKind.App, now);
        }
    }

    /// <summary>When the app was deployed last, if that was shortly before.</summary>
    public DateTimeOffset? DeployedBefore(TrackedAlert alert) =>
        alert.Subject.App is { } app && scene.Leadership.Deployed.TryGetValue(app, out var at) && alert.Began >= at && alert.Began - at <= DeployWindow ? at : null;

    private bool Explains(Incident domain, TrackedAlert alert)
    {
        var zone = alert.Subject.Zone;
        var isInTime = alert.Began >= domain.OpenedAt - policy.CollapseWindow && alert.Began <= domain.GrownAt + policy.AppWindow;
        var isThere = domain.IsWhole || zone is null || zone == domain.Zone;
        return isInTime && isThere && alert.Subject.App is not null && IsLarge(domain);
    }

    private bool IsLarge(Incident domain) =>
        domain.Rack is null || (scene.Topology.Agents > 0 && domain.Hosts.Count >= policy.AppShare * scene.Topology.Agents);

    /// <summary>The end of the windows that agents of the app's zone were taken in when it went down, and no more than an hour after that.</summary>
    private DateTimeOffset? Maintained(TrackedAlert alert) => scene.Changes.Windows
        .Where(w => w.Begin <= alert.Began && alert.Began < w.End
            && scene.Topology.Find(w.Host) is { IsControlPlane: false } machine && (alert.Subject.Zone is null || machine.Zone is null || machine.Zone == alert.Subject.Zone))
        .Select(w => (DateTimeOffset?)(w.End < alert.Began + LongestMaintained ? w.End : alert.Began + LongestMaintained))
        .Max();
}
