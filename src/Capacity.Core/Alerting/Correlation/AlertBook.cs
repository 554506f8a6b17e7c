using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Alerts: heard of, over, silenced, forgotten.</summary>
internal sealed class AlertBook(Scene scene, Rules rules, SubjectMapper mapper, DateTimeOffset startedAt)
{
    /// <summary>How long an alert that is over is remembered, so that late copies do not open it again.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);

    private readonly AlertPolicy policy = scene.Policy;

    /// <summary>Takes one copy as a sender sent it, whose clock has yet to be judged.</summary>
    public void Receive(AlertDelivery copy)
    {
        Receive(Find(copy.Labels) ?? Add(copy.Labels), copy);
    }

    /// <summary>Takes what the board says, which has judged the clocks of all senders.</summary>
    public void Receive(AlertChange change)
    {
        var (kind, shown, now) = change;
        var isSilenced = shown is { IsFiring: true, IsSilenced: true };
        var fires = Fires(shown);
        var alert = Find(shown.Labels);
        if (alert is null && !fires)
        {
            return;
        }

        // Who was silenced when it began is news when that ends. And no merging of senders makes an episode an older one.
        var start = kind == AlertChangeKind.Unsilenced ? now : shown.StartsAt;
        var view = alert?.Senders is [var only] ? only : null;
        var known = view?.StartsAt ?? start;
        if (!fires && view is not null && view.EndsAt < now)
        {
            // That it is over is judged already: this is no promise that moves on.
            view.EndsAt = now;
        }

        alert ??= Add(shown.Labels);
        Receive(alert, new AlertDelivery(now, shown.Labels, start > known ? start : known, fires ? null : now, ""));
        if (fires && shown.EndsAt - policy.Lease > now)
        {
            // Its sender promised more than the lease, and the board has accepted that.
            alert.Senders[0].SeenAt = shown.EndsAt - policy.Lease;
        }

        Silence(alert, isSilenced);
    }

    /// <summary>Brings what is known in line with the whole board: what fires there is still heard of, and what is over there is over.</summary>
    public void Compare(Func<Func<AlertState, bool>, IEnumerable<AlertState>> pick, DateTimeOffset now)
    {
        foreach (var shown in pick(a => Differs(a, now)))
        {
            Receive(new AlertChange(Fires(shown) ? AlertChangeKind.Refreshed : AlertChangeKind.TimedOut, shown, now));
        }
    }

    public void CheckLease(TrackedAlert alert, DateTimeOffset now)
    {
        if (!alert.IsFiring)
        {
            return;
        }

        var seen = alert.SeenAt > startedAt ? alert.SeenAt : startedAt;
        if (seen + policy.Lease > now)
        {
            scene.Agenda.Add(seen + policy.Lease, Purpose.Lease, alert);
            return;
        }

        alert.Senders.ForEach(s => s.IsFiring = false);
        Ended(alert, now);
    }

    /// <summary>Takes back an alert that was known before a restart.</summary>
    public void Restore(TrackedAlert alert)
    {
        alert.Subject = mapper.Map(alert.Labels);
        scene.Alerts[alert.Labels] = alert;
        if (alert.IsFiring)
        {
            scene.Agenda.Add(startedAt + policy.Lease, Purpose.Lease, alert);
            rules.Resumed(alert, startedAt);
        }
    }

    /// <summary>Reads the labels of alerts anew, when it is known better where machines stand.</summary>
    public void Remap(DateTimeOffset now)
    {
        foreach (var alert in scene.Alerts.Values)
        {
            var subject = mapper.Map(alert.Labels);
            if (subject != alert.Subject)
            {
                rules.Move(alert, subject, now);
            }
        }
    }

    public void Forget(DateTimeOffset now)
    {
        foreach (var alert in scene.Alerts.Values.Where(a => !a.IsFiring && !a.IsSilenced && now - a.SeenAt > Memory).ToList())
        {
            scene.Alerts.Remove(alert.Labels);
            scene.Touched.Forget(alert);
        }
    }

    private static bool Fires(AlertState shown) => shown is { IsFiring: true, IsSilenced: false };

    private static SenderView View(TrackedAlert alert, AlertDelivery copy)
    {
        foreach (var known in alert.Senders)
        {
            if (known.Sender == copy.Sender)
            {
                return known;
            }
        }

        // An end that lies in the past at once is an alert that is over, or a clock that is slow: the next copy tells.
        var end = copy.EndsAt ?? copy.ReceivedAt;
        var fires = copy.EndsAt is null || end > copy.ReceivedAt;
        var view = new SenderView
        {
            Sender = copy.Sender, StartsAt = copy.StartsAt, EndsAt = end, SeenAt = copy.ReceivedAt, IsFiring = fires, DoubtedAt = fires ? null : copy.ReceivedAt,
        };
        alert.Senders.Add(view);
        return view;
    }

    private bool Differs(AlertState shown, DateTimeOffset now)
    {
        var alert = Find(shown.Labels);
        return Fires(shown) ? alert is null || !alert.IsFiring || now - alert.SeenAt > policy.Lease / 3 : alert is { IsFiring: true };
    }

    private TrackedAlert? Find(LabelSet labels) => scene.Alerts.GetValueOrDefault(labels);

    private TrackedAlert Add(LabelSet labels) => scene.Alerts[labels] = new() { Labels = labels, Subject = mapper.Map(labels) };

    private void Receive(TrackedAlert alert, AlertDelivery copy)
    {
        var view = View(alert, copy);
        view.Take(copy, policy.Lease);
        var (now, fires) = (copy.ReceivedAt, alert.Senders.Exists(s => s.IsFiring));
        if (fires && !alert.IsFiring)
        {
            // A slow clock has cost time enough.
            Fired(alert, copy, view.DoubtedAt is { } doubted && now - doubted < policy.Lease ? doubted : now);
        }
        else if (!fires && alert.IsFiring)
        {
            Ended(alert, now);
        }
    }

    private void Fired(TrackedAlert alert, AlertDelivery copy, DateTimeOffset heardAt)
    {
        var now = copy.ReceivedAt;
        alert.IsFiring = true;
        alert.Episodes++;
        alert.FiredAt = heardAt;
        alert.GoneSince = null;
        alert.StartsAt = copy.StartsAt;
        alert.IsLate = now - copy.StartsAt > policy.LateAfter;
        var earliest = now - policy.CollapseWindow;
        alert.Began = copy.StartsAt > now ? now : copy.StartsAt < earliest ? earliest : copy.StartsAt;
        scene.Touched.Add(alert);
        scene.Agenda.Add(now + policy.Lease, Purpose.Lease, alert);
        if (scene.Incidents.Of(alert) is { } incident)
        {
            scene.Incidents.Refired(incident, alert, now);
        }
        else
        {
            (alert.Verdict, alert.Reason, alert.Incident) = (Verdict.None, "", null);
        }

        rules.Fired(alert, now);
    }

    private void Ended(TrackedAlert alert, DateTimeOffset now)
    {
        rules.Ended(alert);
        alert.IsFiring = false;
        alert.Until = null;
        scene.Touched.Add(alert);
        scene.Incidents.Ended(alert, now);
    }

    private void Silence(TrackedAlert alert, bool isSilenced)
    {
        if (alert.IsSilenced != isSilenced)
        {
            alert.IsSilenced = isSilenced;
            scene.Touched.Add(alert);
            scene.Incidents.Silenced(alert, isSilenced ? 1 : -1);
        }
    }
}
