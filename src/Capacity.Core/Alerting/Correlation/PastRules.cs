using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What tells of the past: a sender that was cut off tells what it saw meanwhile, and the failure that cut it off explains it.</summary>
internal sealed class PastRules(Scene scene, Acts acts)
{
    private readonly AlertPolicy policy = scene.Policy;

    /// <summary>Decides on an alert that does; gives <see langword="false"/> for any other.</summary>
    public bool Explain(TrackedAlert alert, DateTimeOffset now)
    {
        if (!alert.IsLate || alert.Subject.IsUserFacing || alert.Subject.Kind == AlertKind.Condition)
        {
            return false;
        }

        var until = alert.FiredAt + policy.Expected + policy.Grace;
        if (now >= until)
        {
            (alert.IsLate, alert.Began) = (false, now);
            return false;
        }

        var cut = scene.Incidents.All.FirstOrDefault(i =>
            i is { Kind: IncidentKind.Domain, PagedAt: not null } && alert.StartsAt >= i.OpenedAt - policy.CollapseWindow && alert.StartsAt <= (i.ResolvedAt ?? now));
        if (cut is null)
        {
            return false;
        }

        acts.Hold(alert, until, $"tells of {alert.StartsAt:HH:mm:ss}, during '{cut.Cause}', and came only now", now);
        return true;
    }
}
